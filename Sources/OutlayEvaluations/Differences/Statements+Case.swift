/// What a business case states beside its figures.
extension Statements {
    /// What may go wrong, one risk after another.
    var risks: String? {
        let risks = evaluation.risks.map { risk in
            let parts = [
                risk.what, risk.owner.map { "owner \($0)" },
                risk.probability.map { "probability \(word($0, isShare: true))" },
                risk.impact.map { "impact \(word($0, isShare: false))" },
                risk.response.map { "response \($0)" },
            ]
            return "\(risk.id): " + parts.compactMap(\.self).joined(separator: ", ")
        }
        return risks.isEmpty ? nil : risks.joined(separator: "; ")
    }

    private func word(_ grade: Risk.Grade, isShare: Bool) -> String {
        switch grade {
        case .level(let level): level.rawValue
        case .number(let number): isShare ? percentage(number) : text(number)
        }
    }

    /// Which findings of `outlay lint` are left out.
    var suppressions: String? {
        let all = evaluation.lintSuppressions.map { suppression in
            "\(suppression.code.rawValue)"
                + (suppression.until.map { " until \($0)" } ?? "") + ": \(suppression.reason)"
        }
        return all.isEmpty ? nil : all.joined(separator: "; ")
    }

    /// The products that an option needs.
    func products(of option: PurchaseOption) -> String? {
        option.products.isEmpty
            ? nil : option.products.map(\.reference).joined(separator: ", ")
    }
}
