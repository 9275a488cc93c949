package org.diaodu.server.dispatch.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.growth.effect.Estimate;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.dispatch.CaseOutcome;
import org.diaodu.server.dispatch.Effect;
import org.diaodu.server.dispatch.EffectGroup;
import org.diaodu.server.dispatch.EffectRun;
import org.diaodu.server.dispatch.Effects;
import org.diaodu.server.pages.Numbers;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;

/** The campaign as sheets: groups, cases, and what the figures were made from. */
final class CampaignSheets {

    private final SheetWriter out;
    private final PageContext page;
    private final List<MemberUnit> members;

    CampaignSheets(SheetWriter out, PageContext page, List<MemberUnit> members) {
        this.out = out;
        this.page = page;
        this.members = members;
    }

    void groups(List<EffectGroup> groups) throws IOException {
        out.sheet(
                "分组",
                List.of(
                        OutColumn.text("分组"),
                        OutColumn.text("名称").wide(28),
                        OutColumn.text("已评估"),
                        OutColumn.text("未评估"),
                        OutColumn.text("立案前增速（%）"),
                        OutColumn.text("立案后增速（%）"),
                        OutColumn.text("对照前（%）"),
                        OutColumn.text("对照后（%）"),
                        OutColumn.text("作用（百分点）"),
                        OutColumn.text("区间").wide(18),
                        OutColumn.text("影响全省（百分点）"),
                        OutColumn.text("区间").wide(18),
                        OutColumn.text("更早各期（百分点）"),
                        OutColumn.text("结论").wide(80)));
        for (EffectGroup group : groups) {
            Effect effect = group.effect();
            out.row(
                    page.text("dispatch.campaign.by." + group.kind().name()),
                    CampaignView.name(group, page.isEnglish(), members),
                    "" + group.cases(),
                    "" + group.unmeasured(),
                    effect == null ? Numbers.SUPPRESSED : page.numbers().rate(effect.beforePct()),
                    effect == null ? Numbers.SUPPRESSED : page.numbers().rate(effect.afterPct()),
                    effect == null ? Numbers.SUPPRESSED : page.numbers().rate(effect.matchedBeforePct()),
                    effect == null ? Numbers.SUPPRESSED : page.numbers().rate(effect.matchedAfterPct()),
                    effect == null ? Numbers.SUPPRESSED : value(effect.effect(), 2),
                    effect == null ? Numbers.SUPPRESSED : interval(effect.effect(), 2),
                    effect == null ? Numbers.SUPPRESSED : value(effect.provincePp(), 4),
                    effect == null ? Numbers.SUPPRESSED : interval(effect.provincePp(), 4),
                    effect == null ? Numbers.SUPPRESSED : value(effect.earlier(), 2),
                    effect == null ? "" : verdict(effect));
        }
    }

    void cases(Consumer<Consumer<Effects.Line>> source) throws IOException {
        out.sheet(
                "调度单",
                List.of(
                        OutColumn.text("编号"),
                        OutColumn.text("企业名称").wide(36),
                        OutColumn.text("地区").wide(20),
                        OutColumn.text("立案"),
                        OutColumn.text("牵头单位").wide(24),
                        OutColumn.text("评估期数"),
                        OutColumn.text("作用（百分点）"),
                        OutColumn.text("区间").wide(18),
                        OutColumn.text("影响全省（百分点）"),
                        OutColumn.text("结论或未评估的原因").wide(80)));
        source.accept(this::row);
    }

    private void row(Effects.Line line) {
        try {
            switch (line.outcome()) {
                case CaseOutcome.Measured(int periods, Effect effect, var _) ->
                    row(
                            line,
                            "" + periods,
                            value(effect.effect(), 2),
                            interval(effect.effect(), 2),
                            value(effect.provincePp(), 4),
                            verdict(effect));
                case CaseOutcome.NotMeasured(var reason) ->
                    row(line, "", "", "", "", page.isEnglish() ? reason.en() : reason.zh());
                case CaseOutcome.Withheld _ ->
                    row(
                            line,
                            "",
                            Numbers.SUPPRESSED,
                            Numbers.SUPPRESSED,
                            Numbers.SUPPRESSED,
                            page.text("dispatch.effect.withheld"));
                case CaseOutcome.NotYet _ -> row(line, "", "", "", "", page.text("dispatch.effect.notyet"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(Effects.Line line, String periods, String effect, String interval, String points, String words)
            throws IOException {
        out.row(
                line.number(),
                line.name(),
                Regional.name(line.region()),
                line.opened().iso(),
                line.leadName(),
                periods,
                effect,
                interval,
                points,
                words);
    }

    void notes(@Nullable EffectRun run) throws IOException {
        SheetDownload.notes(
                out,
                page,
                new SheetWriter.Note("计算时间 Computed", run == null ? "–" : page.time(run.computedAt())),
                new SheetWriter.Note("依据 Made from", run == null ? "–" : run.revision()));
    }

    private String verdict(Effect effect) {
        return effect.remarks().isEmpty()
                ? ""
                : page.isEnglish()
                        ? effect.remarks().getFirst().en()
                        : effect.remarks().getFirst().zh();
    }

    private String value(@Nullable Estimate estimate, int decimals) {
        return estimate == null ? Numbers.NONE : page.numbers().signed(estimate.value(), decimals);
    }

    private String interval(Estimate estimate, int decimals) {
        return estimate.lower() == null
                ? Numbers.NONE
                : page.numbers().signed(estimate.lower(), decimals) + " … "
                        + page.numbers().signed(estimate.upper(), decimals);
    }
}
