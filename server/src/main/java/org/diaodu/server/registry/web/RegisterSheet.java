package org.diaodu.server.registry.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.registry.Registered;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;

/** The register as a sheet; its headings are those the import reads. */
final class RegisterSheet {
    static final List<OutColumn> COLUMNS = List.of(
            OutColumn.text("统一社会信用代码").wide(22),
            OutColumn.text("企业名称").wide(36),
            OutColumn.text("地区代码"),
            OutColumn.text("地区").wide(20),
            OutColumn.text("行业代码"),
            OutColumn.text("行业").wide(24),
            OutColumn.text("规模"),
            OutColumn.text("控股情况"),
            OutColumn.text("园区").wide(20),
            OutColumn.text("产业链").wide(20),
            OutColumn.text("重点企业"),
            OutColumn.text("状态"),
            OutColumn.text("生效月份"));

    private RegisterSheet() {}

    static void write(SheetWriter out, PageContext page, Consumer<Consumer<Registered>> source) throws IOException {
        out.sheet("企业名录", COLUMNS);
        source.accept(one -> row(out, one));
        SheetDownload.notes(out, page);
    }

    private static void row(SheetWriter out, Registered one) {
        var attributes = one.attributes();
        try {
            out.row(
                    one.creditCode(),
                    attributes.name(),
                    attributes.region(),
                    Regional.name(attributes.region()),
                    attributes.industry(),
                    Regional.industry(attributes.industry()),
                    attributes.size().zh(),
                    attributes.ownership().zh(),
                    attributes.park(),
                    attributes.chain(),
                    attributes.keyList() ? "是" : "否",
                    attributes.status().zh(),
                    attributes.from().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
