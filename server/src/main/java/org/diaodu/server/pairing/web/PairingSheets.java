package org.diaodu.server.pairing.web;

import java.time.LocalDate;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pairing.PairedEnterprise;
import org.diaodu.server.registry.Regional;

/** The list of pairings as a sheet. */
final class PairingSheets {

    private PairingSheets() {}

    static Sheet<PairedEnterprise> pairings(LocalDate today) {
        return new Sheet<PairedEnterprise>("包联")
                .text("统一社会信用代码", 22, PairedEnterprise::creditCode)
                .text("企业名称", 36, PairedEnterprise::name)
                .text("地区", 20, line -> Regional.name(line.region()))
                .text("规模", line -> line.size() == null ? "" : line.size().zh())
                .text("包联人", PairedEnterprise::leaderName)
                .text("职务", 24, PairedEnterprise::post)
                .text("单位", 20, PairedEnterprise::unitName)
                .text("包联起始", PairedEnterprise::since)
                .text("最近走访", PairedEnterprise::lastVisit)
                .text("未走访天数", line -> line.daysWaiting(today))
                .text("待办后续", PairedEnterprise::openFollowUps);
    }
}
