import OutlayProblems

extension RequestDetails {
    /// Writes the details as canonical JSON; what is not said is left out.
    func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        if award != .full {
            writer.key("award")
            writer.text(award.rawValue)
        }
        if let category {
            writer.key("category")
            writer.text(category.text)
        }
        if !choiceReason.isEmpty {
            writer.key("choice_reason")
            writer.text(choiceReason.text)
        }
        if hasContract {
            writer.key("contract")
            writer.bool(true)
        }
        if let contractValue {
            writer.key("contract_value")
            writer.number(contractValue.count)
        }
        if let evaluation {
            writer.key("evaluation")
            writer.text(evaluation.text)
        }
        if let openEndMonthly {
            writer.key("open_end_monthly")
            writer.number(openEndMonthly.count)
        }
        if let option {
            writer.key("option")
            writer.text(option.text)
        }
        if handlesPersonalData {
            writer.key("personal_data")
            writer.bool(true)
        }
        if hasPriceEvidence {
            writer.key("price_evidence")
            writer.bool(true)
        }
        if !quotes.isEmpty {
            writer.key("quotes")
            writer.beginArray()
            for quote in quotes {
                writer.beginArray()
                writer.text(quote.vendor.text)
                writer.text(quote.validUntil.isoText)
                writer.endArray()
            }
            writer.endArray()
        }
        writeChoice(to: &writer)
        writer.endObject()
    }

    /// Writes the members from `rank` on.
    private func writeChoice(to writer: inout CanonicalWriter) {
        if let rank {
            writer.key("rank")
            writer.number(rank)
        }
        if let reasonCode {
            writer.key("reason_code")
            writer.text(reasonCode.text)
        }
        if let reviewOn {
            writer.key("review_on")
            writer.date(reviewOn)
        }
        if route != .competitive {
            writer.key("route")
            writer.text(route.rawValue)
        }
        if let termMonths {
            writer.key("term_months")
            writer.number(termMonths)
        }
        if !title.isEmpty {
            writer.key("title")
            writer.text(title.text)
        }
    }

    /// Reads what ``write(to:)`` wrote.
    init(from reader: inout CanonicalReader) throws(Problem) {
        self.init()
        try reader.beginObject()
        if reader.hasKey("award") { award = try reader.word() }
        if reader.hasKey("category") { category = try reader.name() }
        if reader.hasKey("choice_reason") { choiceReason = try reader.phrase() }
        if reader.hasKey("contract") { hasContract = try reader.bool() }
        if reader.hasKey("contract_value") { contractValue = try reader.amount() }
        if reader.hasKey("evaluation") { evaluation = try reader.phrase() }
        if reader.hasKey("open_end_monthly") { openEndMonthly = try reader.amount() }
        if reader.hasKey("option") { option = try reader.phrase() }
        if reader.hasKey("personal_data") { handlesPersonalData = try reader.bool() }
        if reader.hasKey("price_evidence") { hasPriceEvidence = try reader.bool() }
        if reader.hasKey("quotes") {
            quotes = try reader.array { reader throws(Problem) in
                try reader.beginArray()
                let quote = QuoteOnFile(vendor: try reader.name(), validUntil: try reader.date())
                try reader.endArray()
                return quote
            }
        }
        if reader.hasKey("rank") { rank = Int(try reader.integer()) }
        if reader.hasKey("reason_code") { reasonCode = try reader.phrase() }
        if reader.hasKey("review_on") { reviewOn = try reader.date() }
        if reader.hasKey("route") { route = try reader.word() }
        if reader.hasKey("term_months") { termMonths = Int(try reader.integer()) }
        if reader.hasKey("title") { title = try reader.phrase() }
        try reader.endObject()
    }
}
