package org.diaodu.server.registry;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/** Whether attributes can stand in the register: names, and codes that the classifications know. */
final class AttributesCheck {
    private static final int LONGEST_NAME = 120;

    private AttributesCheck() {}

    static List<Fault> of(Attributes attributes) {
        List<Fault> faults = new ArrayList<>();
        if (attributes.name().isBlank()) {
            faults.add(new Fault("RG01", "name", "", "请填写企业名称。", "Enter the enterprise's name."));
        } else if (attributes.name().length() > LONGEST_NAME) {
            faults.add(new Fault(
                    "RG02",
                    "name",
                    attributes.name(),
                    "企业名称不超过 " + LONGEST_NAME + " 个字。",
                    "The name has at most " + LONGEST_NAME + " characters."));
        }
        region(attributes, faults);
        industry(attributes.industry(), faults);
        return faults;
    }

    private static void region(Attributes attributes, List<Fault> faults) {
        String code = attributes.region();
        Region region = Regions.bundled().find(code);
        if (region == null || region.level() == Region.Level.PROVINCE) {
            Region near = Regions.bundled().nearest(code);
            faults.add(new Fault(
                    "RG03",
                    "region",
                    code,
                    "“" + code + "”不是县（市、区）代码" + (near == null ? "。" : "，是否为 " + near.code() + " " + near.name() + "？"),
                    "\"" + code + "\" is not a county code"
                            + maybe(near == null ? null : near.code() + " " + near.name())));
        } else if (!region.isAcceptableIn(attributes.from())) {
            faults.add(new Fault(
                    "RG04",
                    "region",
                    code,
                    region.name() + "（" + code + "）在 " + attributes.from() + " 不是有效区划，请用合并或更名后的代码。",
                    region.name() + " (" + code + ") was not a valid region in " + attributes.from()
                            + ". Maybe it was merged or renamed."));
        }
    }

    private static void industry(String code, List<Fault> faults) {
        Industry industry = Industries.bundled().find(code);
        if (industry == null
                || industry.level() == Industry.Level.SECTION
                || !Industries.bundled().isIndustry(code)) {
            Industry near = Industries.bundled().nearest(code);
            faults.add(new Fault(
                    "RG05",
                    "industry",
                    code,
                    "“" + code + "”不是工业行业代码（06—46 大类及其中类、小类）"
                            + (near == null ? "。" : "，是否为 " + near.code() + " " + near.name() + "？"),
                    "\"" + code + "\" is not an industrial code (divisions 06–46)"
                            + maybe(near == null ? null : near.code() + " " + near.name())));
        }
    }

    private static String maybe(@Nullable String suggestion) {
        return suggestion == null ? "." : ". Maybe " + suggestion + ".";
    }
}
