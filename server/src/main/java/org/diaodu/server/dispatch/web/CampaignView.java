package org.diaodu.server.dispatch.web;

import java.util.List;
import org.diaodu.growth.effect.Estimate;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.dispatch.Cause;
import org.diaodu.server.dispatch.Effect;
import org.diaodu.server.dispatch.EffectGroup;
import org.diaodu.server.dispatch.EffectRun;
import org.diaodu.server.dispatch.Effects;
import org.diaodu.server.dispatch.MeasureKind;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.registry.Regional;
import org.jspecify.annotations.Nullable;

/**
 * What the campaign's page shows.
 *
 * @param run how the measurement stands; null where there never was one
 * @param lines the cases of this page
 */
public record CampaignView(
        String unit,
        String region,
        String outcome,
        @Nullable EffectRun run,
        List<EffectGroup> groups,
        List<Effects.Reasons> reasons,
        List<Effects.Line> lines,
        Pager pager,
        Address address,
        List<MemberUnit> members) {

    /** All cases together; null where none is measured. */
    public @Nullable EffectGroup overall() {
        return of(EffectGroup.Kind.ALL).stream().findFirst().orElse(null);
    }

    public List<EffectGroup> of(EffectGroup.Kind kind) {
        return groups.stream().filter(group -> group.kind() == kind).toList();
    }

    public String name(EffectGroup group, boolean english) {
        return name(group, english, members);
    }

    static String name(EffectGroup group, boolean english, List<MemberUnit> members) {
        return switch (group.kind()) {
            case ALL -> "";
            case CAUSE ->
                english
                        ? Cause.valueOf(group.code()).en()
                        : Cause.valueOf(group.code()).zh();
            case MEASURE ->
                english
                        ? MeasureKind.valueOf(group.code()).en()
                        : MeasureKind.valueOf(group.code()).zh();
            case UNIT ->
                members.stream()
                        .filter(unit -> unit.code().equals(group.code()))
                        .map(MemberUnit::name)
                        .findFirst()
                        .orElse(group.code());
            case CITY -> Regional.name(group.code());
        };
    }

    /** The farthest end of an interval of a kind's effects, for one scale. */
    public double most(EffectGroup.Kind kind) {
        return of(kind).stream()
                .map(EffectGroup::effect)
                .mapToDouble(effect -> effect == null ? 0 : most(effect))
                .max()
                .orElse(0);
    }

    private static double most(Effect effect) {
        Estimate estimate = effect.effect();
        double end = Math.abs(estimate.value());
        if (estimate.lower() instanceof Double lower) end = Math.max(end, Math.abs(lower));
        if (estimate.upper() instanceof Double upper) end = Math.max(end, Math.abs(upper));
        return end;
    }

    public long unmeasured() {
        return reasons.stream().mapToLong(Effects.Reasons::cases).sum();
    }
}
