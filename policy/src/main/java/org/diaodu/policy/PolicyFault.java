package org.diaodu.policy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;

/** What is wrong with a policy or could not be done with it: a stable code, where, what in Chinese and English, and what to try. */
public final class PolicyFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LISTED = 50;
    private final String code;
    private final String chinese;
    private final String english;
    private final int line;

    public PolicyFault(String code, Place place, String chinese, String english) {
        this(code, code + "：" + place.chinese() + chinese, code + ": " + place.english() + english, place.line(), null);
    }

    /** What is wrong in no file: in laws, claims or budgets that were handed over. */
    public PolicyFault(String code, String chinese, String english) {
        this(code, code + "：" + chinese, code + ": " + english, 0, null);
    }

    private PolicyFault(String code, String chinese, String english, int line, @Nullable Throwable cause) {
        super(english, cause);
        this.line = line;
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /** The same fault, found by the rules a policy is made of. */
    public static PolicyFault of(RuleFault fault) {
        return new PolicyFault(fault.code(), fault.chinese(), fault.english(), 0, fault);
    }

    /** All of these in one, a line each. */
    public static PolicyFault all(List<PolicyFault> faults) {
        return faults.size() == 1
                ? faults.getFirst()
                : new PolicyFault(
                        faults.getFirst().code(),
                        lines(faults, PolicyFault::chinese, "… 另有 %d 处"),
                        lines(faults, PolicyFault::english, "… %d more"),
                        0,
                        faults.getFirst());
    }

    private static String lines(List<PolicyFault> faults, Function<PolicyFault, String> text, String more) {
        return faults.stream().limit(LISTED).map(text).collect(Collectors.joining("\n"))
                + (faults.size() > LISTED ? "\n" + more.formatted(faults.size() - LISTED) : "");
    }

    /** The stable code, such as {@code policy.facts}. */
    public String code() {
        return code;
    }

    /** The line of the file, from 1; 0 where it is about the whole. */
    public int line() {
        return line;
    }

    /** The place and the message in Chinese, with the code in front. */
    public String chinese() {
        return chinese;
    }

    /** The place and the message in English, with the code in front. */
    public String english() {
        return english;
    }
}
