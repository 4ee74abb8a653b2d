import OutlayEvaluations
import OutlayValues

extension RenewalList {
    /// The deadlines as an iCalendar file: one all-day event each, the same bytes for the same list.
    ///
    /// - Source: RFC 5545, sections 3.1 (lines of at most 75 octets, ended by CRLF), 3.3.11 (escapes) and
    ///   3.6.1 (events).
    public var calendar: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Outlay//Contract renewals//EN",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        ]
        for renewal in renewals {
            let what = renewal.title.isEmpty ? renewal.request.text : renewal.title.text
            let summary =
                renewal.notice == nil
                ? "Contract ends: \(what)"
                : renewal.renewsAutomatically
                    ? "Cancel by today or it goes on: \(what)" : "Notice: \(what)"
            let vendor = renewal.vendor.map { " with \($0)" } ?? ""
            lines += [
                "BEGIN:VEVENT",
                "UID:\(Self.uid(renewal))",
                "DTSTAMP:\(Self.basic(date))T000000Z",
                "DTSTART;VALUE=DATE:\(Self.basic(renewal.deadline))",
                "DTEND;VALUE=DATE:\(Self.basic(renewal.deadline.adding(days: 1)))",
                "SUMMARY:\(Self.escaped(summary))",
                "DESCRIPTION:"
                    + Self.escaped(
                        "Request \(renewal.request)\(vendor). The contract "
                            + (renewal.renewsAutomatically ? "goes on after " : "ends on ")
                            + "\(renewal.end)."),
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
            ]
        }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    /// The identity of a deadline, which a later export replaces: the request and the end it is about.
    private static func uid(_ renewal: ContractRenewal) -> String {
        let request = renewal.request.text.utf8.map { byte -> String in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar == "-"
            return isPlain ? String(Character(scalar)) : "_" + String(byte, radix: 16)
        }
        return request.joined() + "-\(basic(renewal.end))@outlay"
    }

    private static func basic(_ date: CalendarDate) -> String {
        date.description.filter { $0 != "-" }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
            .replacing(",", with: "\\,").replacing("\n", with: "\\n")
    }

    /// Breaks a line behind at most 75 octets, never within a character; each further one begins with a blank.
    private static func folded(_ line: String) -> String {
        var folded = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                folded += "\r\n "
                octets = 1
            }
            folded.unicodeScalars.append(scalar)
            octets += width
        }
        return folded
    }
}
