/// What kind of answer a knock-out takes.
enum AnswerType: String, CaseIterable {
    case yesNo = "yes-no"
    case text
    case number
    case date
    case level
}
