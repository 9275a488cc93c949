package org.diaodu.server.targets;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.springframework.stereotype.Component;

/** Tells whoever answers for a target that it was given to them, that its light turned red, and that its day comes near. */
@Component
class TargetNews {

    private final Addressees addressees;
    private final Notices notices;

    TargetNews(Addressees addressees, Notices notices) {
        this.addressees = addressees;
        this.notices = notices;
    }

    /** It was proposed to a unit, or given to a region below; they accept it. */
    void given(Target target) {
        tell(target, "given", "请确认下达的目标：" + named(target), "截止 " + target.due() + "，来源：" + target.document());
    }

    /** The light turned red on this standing. */
    void red(Target target, Standing standing) {
        TextUnit unit = target.aim().unit();
        tell(
                target,
                "red/" + standing.valueDay(),
                "红灯：" + named(target),
                "截至 " + standing.valueDay() + " 完成 " + unit.text(standing.value(), 2) + "，序时应完成 "
                        + unit.text(standing.expected(), 2));
    }

    /** So many days are left. */
    void nearing(Target target, long days) {
        tell(target, "due/" + target.due(), "还有 " + days + " 天到期：" + named(target), "截止 " + target.due());
    }

    private static String named(Target target) {
        return target.indicator() + target.aim().text(false);
    }

    private void tell(Target target, String what, String title, String body) {
        Collection<Long> accounts = owners(target);
        Set<Long> others = new TreeSet<>(accounts);
        others.remove(Callers.current().userId());
        notices.tell(
                others,
                new Telling(
                        "target/" + target.id() + "/" + what, "targets", title, body, "/targets/" + target.id()));
    }

    private Collection<Long> owners(Target target) {
        String unit = target.memberUnit();
        return unit == null
                ? addressees.inCharge(Role.ANALYST, List.of(target.region()))
                : addressees.ofMemberUnits(List.of(unit));
    }
}
