package org.diaodu.server.returns;

import java.util.List;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.diaodu.server.steps.StepRefused;

/** Who may approve a reopening: an analyst other than who asked, of a unit above every closing that it undoes. */
final class Approval {

    private Approval() {}

    /**
     * @param higher codes of the closed units above that reopening also undoes
     * @throws StepRefused with the reason when this caller may not approve
     */
    static void require(Caller caller, Closing closing, Unit unit, List<String> higher) {
        if (!caller.has(Role.ANALYST) || caller.unit() == null) {
            throw new StepRefused("CL11", "只有运行监测人员可以批准重开。", "Only an analyst can approve a reopening.");
        }
        if (caller.name().equals(closing.reopenRequestedBy())) {
            throw new StepRefused(
                    "CL12",
                    "申请人不能批准自己的申请，请由另一人批准。",
                    "Who asked cannot approve. Maybe a colleague of the unit above can.");
        }
        Unit own = caller.ownUnit();
        boolean above = own.level().compareTo(unit.level()) < 0 && own.contains(unit.code());
        boolean province = unit.level() == Unit.Level.PROVINCE && own.code().equals(unit.code());
        if (!above && !province) {
            throw new StepRefused(
                    "CL13",
                    "重开须由上一级单位批准（省级由本单位另一人批准）。",
                    "Reopening is approved by the unit above (at the province by a second person of it).");
        }
        for (String code : higher) {
            if (!caller.scope().allows(code)) {
                throw new StepRefused(
                        "CL14",
                        "上级单位 " + code + " 已关账，须由其或更上级批准。",
                        "Unit " + code
                                + " above has closed, too: its approval, or that of a unit above it, is needed.");
            }
        }
    }
}
