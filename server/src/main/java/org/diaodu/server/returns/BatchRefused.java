package org.diaodu.server.returns;

import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Period;

/** A batch of returns was refused as a whole; {@code faults} says why, for each enterprise and item. */
public final class BatchRefused extends RuntimeException {
    private static final int SHOWN = 10;
    private final transient List<Fault> faults;

    /** One reason: a stable code, the enterprise, the item (empty for the whole return), and what to do. */
    public record Fault(String code, String creditCode, String item, String value, String zh, String en) {}

    BatchRefused(List<Fault> faults) {
        super(faults.stream()
                .limit(SHOWN)
                .map(fault -> fault.code() + " " + fault.creditCode() + " " + fault.item() + " " + fault.value() + ": "
                        + fault.zh() + " / " + fault.en())
                .collect(Collectors.joining("\n", faults.size() + " faults\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    static Fault twice(String creditCode) {
        return new Fault(
                "RT31",
                creditCode,
                "",
                creditCode,
                "同一企业出现两次，请只保留一行。",
                "The enterprise is given twice. Maybe two files were pasted together: keep one row.");
    }

    static Fault notInTheList(String creditCode, Period period) {
        if (CreditCode.parse(creditCode) instanceof CreditCode.Invalid(var reason, var zh, var en)) {
            return new Fault("RT33", creditCode, "", creditCode, zh, en);
        }
        return new Fault(
                "RT32",
                creditCode,
                "",
                creditCode,
                period.chinese() + "的名录中没有该企业（或不在您的单位范围内）；请先入库。",
                "The enterprise is not in the list of " + period.iso()
                        + ", or not within your unit. Maybe enter it into the register first.");
    }

    static Fault broken(String creditCode, Finding finding) {
        return new Fault(
                finding.code(), creditCode, finding.item(), finding.value(), finding.messageZh(), finding.messageEn());
    }
}
