/// Makes a failing plan smaller while it fails in the same way: delta debugging (Zeller & Hildebrandt, TSE 2002)
/// over its steps.
public struct Shrinking {
    private let fails: (RoomPlan) -> Bool
    private var tries: Int

    /// - Parameters:
    ///   - tries: How many smaller plans are played at most. Default 600: a plan of 30 steps comes down to its
    ///     bone, in a second or two.
    ///   - fails: Whether a plan breaks what the whole one broke.
    public init(tries: Int = 600, _ fails: @escaping (RoomPlan) -> Bool) {
        self.tries = tries
        self.fails = fails
    }

    /// The smallest plan found that breaks the same invariant as `plan` does.
    public static func shrink(_ plan: RoomPlan, with fault: PlantedFault? = nil) -> RoomPlan {
        guard let broken = Simulation.run(plan, with: fault).first?.invariant else { return plan }
        var shrinking = Shrinking { smaller in
            Simulation.run(smaller, with: fault).first?.invariant == broken
        }
        return shrinking.shrink(plan)
    }

    public mutating func shrink(_ plan: RoomPlan) -> RoomPlan {
        var plan = plan
        var size = max(1, plan.steps.count / 2)
        while tries > 0 {
            let smaller = droppingOnce(size, from: plan)
            if smaller.steps.count < plan.steps.count {
                plan = smaller
            } else if size > 1 {
                size = (size + 1) / 2
            } else {
                break
            }
        }
        return plan
    }

    /// Goes once through the plan and drops every `size` steps that it fails without.
    private mutating func droppingOnce(_ size: Int, from plan: RoomPlan) -> RoomPlan {
        var plan = plan
        var start = 0
        while start < plan.steps.count, tries > 0 {
            var smaller = plan
            smaller.steps.removeSubrange(start..<min(start + size, plan.steps.count))
            tries -= 1
            if fails(smaller) { plan = smaller } else { start += size }
        }
        return plan
    }
}
