package org.diaodu.server.policies.delivery.web;

import java.util.Map;
import org.diaodu.server.pages.Problem;

/** Faults of forms over several entitlements, which have no page of their own to go back to. */
final class Faults {

    private Faults() {}

    static Problem told(Map<String, String> faults) {
        return switch (faults.values().iterator().next()) {
            case "delivery.fault.none" ->
                Problem.badRequest("PD70", "没有选中任何一项；请在清单里勾选。", "Nothing was chosen. Maybe tick some in the list.");
            case "delivery.fault.title" ->
                Problem.badRequest("PD71", "请填写公示标题，200 字以内。", "Give the notice a title of at most 200 characters.");
            case "delivery.fault.words" -> Problem.badRequest("PD72", "请填写理由。", "Give the reason.");
            default -> Problem.badRequest("PD73", "填写的内容过长或不正确。", "What was filled in is too long or wrong.");
        };
    }
}
