package org.diaodu.server.whitelist.web;

import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.whitelist.RuleProposals.Proposal;
import org.diaodu.server.whitelist.WhiteListEntry;

/** The white list as a sheet. */
final class WhiteListSheets {

    private WhiteListSheets() {}

    static Sheet<WhiteListEntry> entries(PageContext page) {
        return new Sheet<WhiteListEntry>("白名单")
                .text("编号", WhiteListEntry::number)
                .text("统一社会信用代码", 22, entry -> entry.subject().creditCode())
                .text("企业名称", 36, entry -> entry.subject().name())
                .text("地区", 20, entry -> Regional.name(entry.region()))
                .text("行业", 24, entry -> Regional.industry(entry.subject().industry()))
                .text("类别", entry -> entry.kind().zh())
                .text(
                        "来源",
                        entry -> page.text("whitelist.origin." + entry.origin().name()))
                .text("层级", entry -> entry.level().zh())
                .text("依据或理由", 44, WhiteListEntry::grounds)
                .text(
                        "状态",
                        entry -> page.text("whitelist.state." + entry.state().name()))
                .text("状态起始", 18, entry -> page.time(entry.stateSince()))
                .text(
                        "有效期起",
                        entry ->
                                entry.validity() == null ? "" : entry.validity().from())
                .text(
                        "有效期止",
                        entry ->
                                entry.validity() == null ? "" : entry.validity().until());
    }

    /** Those whom the rule names. */
    static Sheet<Proposal> proposals() {
        return new Sheet<Proposal>("按规则列入")
                .text("统一社会信用代码", 22, Proposal::creditCode)
                .text("企业名称", 36, Proposal::name)
                .text("地区", 20, one -> Regional.name(one.region()))
                .text("类别", one -> one.kind().zh())
                .text("符合规则的哪一行", 44, Proposal::grounds)
                .text("已有条目", Proposal::entry);
    }
}
