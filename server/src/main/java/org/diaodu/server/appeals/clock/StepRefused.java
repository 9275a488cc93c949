package org.diaodu.server.appeals.clock;

import java.util.List;
import java.util.stream.Collectors;

/** A step an appeal cannot take as it stands (409): a stable code, why, and the steps that are possible instead. */
public final class StepRefused extends org.diaodu.server.steps.StepRefused {
    private final List<Step> possible;

    public StepRefused(String code, String zh, String en, List<Step> possible) {
        super(code, zh + chinese(possible), en + english(possible));
        this.possible = List.copyOf(possible);
    }

    /** What can be done now, in the order in which it usually is; empty where nothing can. */
    public List<Step> possible() {
        return possible;
    }

    private static String chinese(List<Step> possible) {
        return possible.isEmpty()
                ? "此件已终结；如有需要，请另提诉求。"
                : "现在可以：" + possible.stream().map(Step::zh).collect(Collectors.joining("、")) + "。";
    }

    private static String english(List<Step> possible) {
        return possible.isEmpty()
                ? " Maybe raise a new appeal: this one has ended."
                : " Maybe " + possible.stream().map(Step::code).collect(Collectors.joining(", ")) + ": possible now.";
    }
}
