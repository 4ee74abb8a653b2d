@testable import OutlayValues

/// Whole numbers of any size by the methods of paper and pencil: slow, and nothing like the code
/// under test.
struct Schoolbook: Comparable {
    /// Decimal digits, the last one first, without zeros at the end; empty for 0.
    private(set) var digits: [Int]

    init(_ text: some StringProtocol) {
        digits = text.compactMap(\.wholeNumberValue).reversed()
        trim()
    }

    private init(digits: [Int]) {
        self.digits = digits
        trim()
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
    }

    func shifted(by zeros: Int) -> Schoolbook {
        Schoolbook(digits: [Int](repeating: 0, count: zeros) + digits)
    }

    static func + (left: Schoolbook, right: Schoolbook) -> Schoolbook {
        var sum: [Int] = []
        var carry = 0
        for index in 0..<max(left.digits.count, right.digits.count) {
            for number in [left, right] where index < number.digits.count {
                carry += number.digits[index]
            }
            sum.append(carry % 10)
            carry /= 10
        }
        return Schoolbook(digits: sum + [carry])
    }

    static func * (left: Schoolbook, right: Schoolbook) -> Schoolbook {
        var product = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
        for (place, digit) in left.digits.enumerated() {
            var carry = 0
            for (other, factor) in right.digits.enumerated() {
                carry += product[place + other] + digit * factor
                product[place + other] = carry % 10
                carry /= 10
            }
            product[place + right.digits.count] += carry
        }
        return Schoolbook(digits: product)
    }

    /// Returns the distance between two numbers.
    func distance(to other: Schoolbook) -> Schoolbook {
        let (larger, smaller) = self < other ? (other, self) : (self, other)
        var difference: [Int] = []
        var borrow = 0
        for (index, digit) in larger.digits.enumerated() {
            let taken = (index < smaller.digits.count ? smaller.digits[index] : 0) + borrow
            borrow = digit < taken ? 1 : 0
            difference.append(digit - taken + 10 * borrow)
        }
        return Schoolbook(digits: difference)
    }

    static func < (left: Schoolbook, right: Schoolbook) -> Bool {
        guard left.digits.count == right.digits.count else {
            return left.digits.count < right.digits.count
        }
        return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
    }
}

extension Schoolbook {
    /// The digits of `number` brought to `places` decimals, without its sign.
    init(_ number: ExactDecimal, places: Int) {
        self = Schoolbook(String(number.significand.magnitude)).shifted(by: places - number.places)
    }
}
