package org.diaodu.server.registry.web;

import org.diaodu.server.lists.Sheet;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.registry.Registered;

/** The register as a sheet; its headings are those the import reads. */
final class RegisterSheet {

    private RegisterSheet() {}

    static Sheet<Registered> of() {
        return new Sheet<Registered>("企业名录")
                .text("统一社会信用代码", 22, Registered::creditCode)
                .text("企业名称", 36, one -> one.attributes().name())
                .text("地区代码", one -> one.attributes().region())
                .text("地区", 20, one -> Regional.name(one.attributes().region()))
                .text("行业代码", one -> one.attributes().industry())
                .text("行业", 24, one -> Regional.industry(one.attributes().industry()))
                .text("规模", one -> one.attributes().size().zh())
                .text("控股情况", one -> one.attributes().ownership().zh())
                .text("园区", 20, one -> one.attributes().park())
                .text("产业链", 20, one -> one.attributes().chain())
                .text("重点企业", one -> one.attributes().keyList() ? "是" : "否")
                .text("状态", one -> one.attributes().status().zh())
                .text("生效月份", one -> one.attributes().from());
    }
}
