package org.diaodu.growth.files;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.GrowthChange;
import org.diaodu.growth.Scope;
import org.diaodu.growth.WhatIf;
import org.jspecify.annotations.Nullable;

/** The JSON form of docs/formats/growth.md: every digit, nothing rounded. */
final class JsonReport {
    private JsonReport() {}

    static String of(Outcome outcome) {
        Map<String, @Nullable Object> json = account(outcome.account());
        if (outcome.change() != null) json.put("change", change(outcome.change()));
        if (outcome.whatIf() != null) json.put("whatIf", whatIf(outcome.whatIf()));
        return JsonText.of(json);
    }

    private static Map<String, @Nullable Object> account(GrowthAccount account) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("period", account.period().iso());
        json.put("growthPct", account.growthPct());
        json.put("base", account.base());
        json.put("value", account.value());
        json.put("enterprises", account.enterprises());
        json.put("nominalPct", account.nominalPct());
        json.put("pricePp", account.pricePp());
        json.put("scope", scope(account.scope()));
        json.put("residualPp", account.residualPp());
        json.put("groups", account.groups().stream().map(JsonReport::group).toList());
        return json;
    }

    private static Map<String, @Nullable Object> scope(Scope scope) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("publishedRatioPct", scope.publishedRatioPct());
        json.put("entryPp", scope.entryPp());
        json.put("exitPp", scope.exitPp());
        json.put("newPlantPp", scope.newPlantPp());
        json.put("restatementPp", scope.restatementPp());
        return json;
    }

    private static Map<String, @Nullable Object> group(Group group) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("dimension", group.dimension());
        json.put("code", group.code());
        json.put("name", group.name());
        json.put("enterprises", group.enterprises());
        json.put("base", group.base());
        json.put("value", group.value());
        json.put("growthPct", group.growthPct());
        json.put("contributionPp", group.contributionPp());
        json.put("shareOfGrowthPct", group.shareOfGrowthPct());
        return json;
    }

    private static Map<String, @Nullable Object> change(GrowthChange change) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("from", change.from().iso());
        json.put("to", change.to().iso());
        json.put("changePp", change.changePp());
        json.put("residualPp", change.residualPp());
        json.put("groups", change.groups().stream().map(JsonReport::groupChange).toList());
        return json;
    }

    private static Map<String, @Nullable Object> groupChange(GrowthChange.GroupChange group) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("dimension", group.dimension());
        json.put("code", group.code());
        json.put("name", group.name());
        json.put("contributionPpBefore", group.contributionPpBefore());
        json.put("contributionPpAfter", group.contributionPpAfter());
        json.put("changePp", group.changePp());
        json.put("weightEffectPp", group.weightEffectPp());
        json.put("growthEffectPp", group.growthEffectPp());
        return json;
    }

    private static Map<String, @Nullable Object> whatIf(WhatIf whatIf) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("growthPct", whatIf.after().growthPct());
        json.put("base", whatIf.after().base());
        json.put("value", whatIf.after().value());
        json.put("deltaPp", whatIf.deltaPp());
        json.put("groups", whatIf.groups().stream().map(JsonReport::delta).toList());
        return json;
    }

    private static Map<String, @Nullable Object> delta(WhatIf.Delta delta) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("dimension", delta.dimension());
        json.put("code", delta.code());
        json.put("name", delta.name());
        json.put("contributionPpBefore", delta.contributionPpBefore());
        json.put("contributionPpAfter", delta.contributionPpAfter());
        json.put("deltaPp", delta.deltaPp());
        return json;
    }
}
