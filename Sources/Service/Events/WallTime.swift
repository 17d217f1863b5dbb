import Foundation

/// A moment of the calendar, for people and logs; the room itself never reads it.
public struct WallTime: Comparable, Hashable, Sendable {
    /// Since 1970-01-01T00:00:00Z, without leap seconds.
    public let millisecondsSince1970: Int

    public init(millisecondsSince1970: Int) { self.millisecondsSince1970 = millisecondsSince1970 }

    public static var now: WallTime {
        WallTime(millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    }

    public var secondsSince1970: Int { millisecondsSince1970 / 1_000 }

    public static func < (lhs: WallTime, rhs: WallTime) -> Bool {
        lhs.millisecondsSince1970 < rhs.millisecondsSince1970
    }
}

extension WallTime: CustomStringConvertible {
    /// RFC 3339 in UTC with milliseconds: `2026-11-21T10:00:00.123Z`.
    public var description: String {
        let (year, month, day) = Self.date(daysSince1970: millisecondsSince1970 / 86_400_000)
        let millisecond = millisecondsSince1970 % 86_400_000
        let second = millisecond / 1_000
        return String(unsafeUninitializedCapacity: 24) { text in
            var end = 0
            func write(_ number: Int, _ digits: Int, _ separator: Unicode.Scalar) {
                var rest = number
                for place in stride(from: end + digits - 1, through: end, by: -1) {
                    text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                text[end + digits] = UInt8(ascii: separator)
                end += digits + 1
            }
            write(year, 4, "-")
            write(month, 2, "-")
            write(day, 2, "T")
            write(second / 3_600, 2, ":")
            write(second / 60 % 60, 2, ":")
            write(second % 60, 2, ".")
            write(millisecond % 1_000, 3, "Z")
            return end
        }
    }

    /// Howard Hinnant's `civil_from_days`: years begin in March, so that leap days come last.
    private static func date(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9, day)
    }
}
