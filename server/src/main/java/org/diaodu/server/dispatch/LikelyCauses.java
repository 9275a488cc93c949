package org.diaodu.server.dispatch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why an enterprise's output probably falls, to begin a case with: what its open appeals are about, and what was found the
 * last time. Whoever plans corrects it.
 *
 * @param words what it is taken from; "" for nothing
 */
public record LikelyCauses(Set<Cause> causes, String words) {

    static final LikelyCauses NONE = new LikelyCauses(Set.of(), "");

    public LikelyCauses {
        causes = causes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(causes));
    }

    /** From the appeals still open, and the cases before, the latest first. */
    static LikelyCauses of(List<OpenAppeals.OpenAppeal> appeals, List<EarlierCase> earlier) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        List<String> from = new ArrayList<>();
        appeals.stream().filter(one -> one.likely() != Cause.OTHER).forEach(one -> causes.add(one.likely()));
        if (!causes.isEmpty()) {
            from.add("未办结诉求 "
                    + appeals.stream()
                            .filter(one -> one.likely() != Cause.OTHER)
                            .map(one -> one.number() + "（" + one.subjectZh() + "）")
                            .limit(5)
                            .collect(Collectors.joining("、")));
        }
        earlier.stream().filter(one -> !one.causes().isEmpty()).findFirst().ifPresent(last -> {
            causes.addAll(last.causes());
            from.add("上次调度单 " + last.number());
        });
        return causes.isEmpty() ? NONE : new LikelyCauses(causes, "开单时按" + String.join("、", from) + "预填，请核实。");
    }
}
