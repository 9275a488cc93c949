package org.diaodu.server.appeals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diaodu.server.access.Addressees;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.springframework.stereotype.Component;

/** Tells those whose turn it is after a step, and the enterprise what became of its appeal. */
@Component
class AppealNews {

    private final Addressees addressees;
    private final Notices notices;

    AppealNews(Addressees addressees, Notices notices) {
        this.addressees = addressees;
        this.notices = notices;
    }

    /** Tells of a row of the timeline, as the appeal stands after it; who took the step is not told. */
    void tell(Appeal one, AppealEntry entry, String unit, Unit.Level level) {
        Set<Long> accounts = new TreeSet<>(
                switch (entry.kind()) {
                    case "RAISED",
                            "REROUTED",
                            "REOPENED",
                            "EXTENSION_APPROVED",
                            "EXTENSION_REFUSED",
                            "WITHDRAWN",
                            "NOTE",
                            "RATED",
                            "REMINDED",
                            "GIVEN" -> addressees.ofMemberUnits(List.of(unit));
                    case "MEETING" -> addressees.ofMemberUnits(with(unit, one.helpers()));
                    case "SUPERVISED" -> supervised(one, unit, level);
                    case "ANSWERED" ->
                        AppealRights.isClerkOf(Callers.current(), one)
                                ? addressees.ofMemberUnits(List.of(unit))
                                : addressees.ofEnterprise(one.raiser().enterpriseId());
                    case "DISPUTED", "EXTENSION_ASKED" ->
                        addressees.inCharge(Role.DISPATCHER, Escalations.governmentsOf(one.region(), level));
                    case "HELPERS" -> addressees.ofMemberUnits(one.helpers());
                    default -> addressees.ofEnterprise(one.raiser().enterpriseId());
                });
        if (entry.kind().equals("RAISED") && one.isPassedOn()) tellEnterprise(one, entry);
        accounts.remove(Callers.current().userId());
        String words = entry.words().isEmpty() ? one.gist() : Appeal.gist(entry.words());
        notices.tell(
                accounts,
                new Telling(
                        "appeal/" + one.id() + "/event/" + entry.id(),
                        "appeal",
                        "诉求 " + one.number() + "：" + title(entry.kind()),
                        one.raiser().name() + "：" + words,
                        "/appeals/" + one.number()));
    }

    private void tellEnterprise(Appeal one, AppealEntry entry) {
        notices.tell(
                addressees.ofEnterprise(one.raiser().enterpriseId()),
                new Telling(
                        "appeal/" + one.id() + "/event/" + entry.id(),
                        "appeal",
                        "诉求 " + one.number() + "：" + one.passedOnBy() + "已代贵企业提出",
                        one.gist(),
                        "/appeals/" + one.number()));
    }

    private static List<String> with(String unit, List<String> helpers) {
        return Stream.concat(Stream.of(unit), helpers.stream()).toList();
    }

    /** The unit and those in charge, as with a supervision that comes by itself. */
    private List<Long> supervised(Appeal one, String unit, Unit.Level level) {
        return Stream.concat(
                        addressees.ofMemberUnits(List.of(unit)).stream(),
                        addressees.inCharge(Role.DISPATCHER, Escalations.governmentsOf(one.region(), level)).stream())
                .toList();
    }

    private static String title(String kind) {
        return switch (kind) {
            case "RAISED" -> "新提出，待核实";
            case "TAKEN" -> "已受理，开始办理";
            case "DISPUTED" -> "提出归属争议，待裁定";
            case "REROUTED" -> "已裁定由本单位承办";
            case "REPLIED" -> "有答复";
            case "ASKED" -> "请您补充情况";
            case "ANSWERED" -> "补充已收到或不再需要，继续计时";
            case "EXTENSION_ASKED" -> "申请延期，待审批";
            case "EXTENSION_APPROVED" -> "延期已批准";
            case "EXTENSION_REFUSED" -> "延期未批准";
            case "RESOLVED" -> "已办结，请评价";
            case "CLOSED" -> "已回访归档";
            case "REOPENED" -> "企业不满意，提级重办";
            case "WITHDRAWN" -> "企业已撤回";
            case "HELPERS" -> "请本单位协办";
            case "NOTE" -> "协办单位有反馈";
            case "RATED" -> "企业表示满意";
            case "MEETING" -> "专班会议有决定";
            case "REMINDED" -> "催办，请抓紧办理";
            case "SUPERVISED" -> "督办，请限期办理";
            case "GIVEN" -> "转由本单位承办";
            default -> kind;
        };
    }
}
