package org.diaodu.server.whitelist.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.whitelist.RuleProposals.Proposal;
import org.diaodu.server.whitelist.Validity;
import org.diaodu.server.whitelist.WhiteListEntry;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;

/** The white list as a sheet. */
final class WhiteListSheets {

    private WhiteListSheets() {}

    static void entries(SheetWriter out, PageContext page, Consumer<Consumer<WhiteListEntry>> source)
            throws IOException {
        out.sheet(
                "白名单",
                List.of(
                        OutColumn.text("编号"),
                        OutColumn.text("统一社会信用代码").wide(22),
                        OutColumn.text("企业名称").wide(36),
                        OutColumn.text("地区").wide(20),
                        OutColumn.text("行业").wide(24),
                        OutColumn.text("类别"),
                        OutColumn.text("来源"),
                        OutColumn.text("层级"),
                        OutColumn.text("依据或理由").wide(44),
                        OutColumn.text("状态"),
                        OutColumn.text("状态起始").wide(18),
                        OutColumn.text("有效期起"),
                        OutColumn.text("有效期止")));
        source.accept(entry -> row(out, page, entry));
        SheetDownload.notes(out, page);
    }

    /** Those whom the rule names. */
    static void proposals(SheetWriter out, PageContext page, List<Proposal> proposals) throws IOException {
        out.sheet(
                "按规则列入",
                List.of(
                        OutColumn.text("统一社会信用代码").wide(22),
                        OutColumn.text("企业名称").wide(36),
                        OutColumn.text("地区").wide(20),
                        OutColumn.text("类别"),
                        OutColumn.text("符合规则的哪一行").wide(44),
                        OutColumn.text("已有条目")));
        for (Proposal one : proposals) {
            out.row(
                    one.creditCode(),
                    one.name(),
                    Regional.name(one.region()),
                    one.kind().zh(),
                    one.grounds(),
                    one.entry() == null ? "" : one.entry());
        }
        SheetDownload.notes(out, page);
    }

    private static void row(SheetWriter out, PageContext page, WhiteListEntry entry) {
        Validity days = entry.validity();
        try {
            out.row(
                    entry.number(),
                    entry.subject().creditCode(),
                    entry.subject().name(),
                    Regional.name(entry.region()),
                    Regional.industry(entry.subject().industry()),
                    entry.kind().zh(),
                    page.text("whitelist.origin." + entry.origin().name()),
                    entry.level().zh(),
                    entry.grounds(),
                    page.text("whitelist.state." + entry.state().name()),
                    page.time(entry.stateSince()),
                    days == null ? "" : days.from().toString(),
                    days == null ? "" : days.until().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
