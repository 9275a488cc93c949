package org.diaodu.bulletin.reader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.standards.Region;
import org.jspecify.annotations.Nullable;

/** Names of indicators and of whom they are about, cut out of the words around them. */
final class Names {
    private static final Lexicon WORDS = Lexicon.standard();
    private static final WordSet HEADS = WORDS.list("heads");
    private static final Pattern OPENING = Pattern.compile(
            "^(?:[的、，：；\"“”'《》\\s]|\\d{1,2}[．.、](?!\\d)|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是|其中|实现|完成了?|累计|共计|共有|合计|全年|预计|将|已经?|并且?|而且?|但是?|以及|和|与|及|是|截至|同时|另外|此外|从而|因此|由于|因为?|由此|其|我们|在|对|把|将|从|则|也|又|还|使|令|让|"
                    + "据统计|据悉|据了解|据介绍|数据显示|主要|特别是|尤其是|目前|继续|总计|通过|推动|推进|促进|带动|达到|超过|聚焦|围绕|列入|梳理|出台|提出|建立|形成|组织|引导|落实|至|到|有|为|以(?!上)|按|该|今年|这|这些|此次|故|虽然|但|不过|预期|可|能|再|于|经|用|着力|力争|争取|确保|平均|每年|且|未来的?|今后|规划|计划(?!投资|总投资)|拉动|无论|年度(?!计划)|一度)");
    private static final Pattern CLOSING = Pattern.compile(
            "(?:[的、，：；\"“”'\\s]|其中|共|已|就|也|还|均|都|则|仅|只|将|和|与|及|等|在|是|为|达|由|从|同比|整体|总体|持续|继续|实现|累计|进一步|快速|大幅|较快|稳步|平稳|明显)$");
    private static final Pattern ORGANISATION = Pattern.compile(
            "^.{2,24}?(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|集团|控股|银行|协会|指挥部|管委会|开发区|高新区|新区|园区|基地|工业园|产业园|学院|大学|医院|电视台|研究院|研究所)");
    private static final Pattern LOCALITY =
            Pattern.compile("^[\\p{IsHan}&&[^的在由对和与及了为将分管全各个第其该一二三小老新大城打造改惠到成有是从向使把被于等不多数农进下]]{2,4}?(?:社区|街道|镇|乡|村)");
    private static final Pattern GENERIC = Pattern.compile(
            "^(?:地级市|各[省市县区州盟地](?:区)?|市州|县区|县市区|县(?=\\p{IsHan})|市(?=\\p{IsHan}))(?:及\\p{IsHan}{2}(?=\\p{IsHan}))?");
    private static final Pattern BODY = Pattern.compile(
            "^(?![规限]模?额?以?上|全部|所有|[\\d一二三四五六七八九十]).{2,22}(?:部|局|厅|委|公司|集团|台|院|会|处|办|中心|指挥部|市|县|区|盟|州|旗|基地|省|校|所|站|镇|村|厂|矿|港|银行|社|馆)$");
    private static final Pattern ACTS = Pattern.compile(
            "^(?![规限][模额]?以?上|全部)(\\p{IsHan}{2,16}?(?:企业|公司|集团|局|厅|委|部|行|院|校|厂|矿|港|社))(?=(?:累计|共|已)?(?:实现|完成|上缴|缴纳|投入|发放|生产|销售|产销|新增))");
    private static final Pattern ALL = Pattern.compile("^(?:全|我|本|该)(?:省|市|区|县|国|州|盟|港)");

    private Names() {}

    static String trimmed(String words) {
        String name = words;
        for (Matcher m = OPENING.matcher(name); m.find(); m = OPENING.matcher(name)) {
            if (m.group().length() == name.length() && name.length() > 1) {
                break;
            }
            name = name.substring(m.end());
        }
        for (Matcher m = CLOSING.matcher(name); m.find() && m.start() > 0; m = CLOSING.matcher(name)) {
            name = name.substring(0, m.start());
        }
        return name.length() == 1 && "的、，：；“”".contains(name) ? "" : name;
    }

    /** Whether the words name an indicator: they end with one of its heads, or nearly. */
    static boolean indicates(String words) {
        return HEADS.in(words);
    }

    /** The region or organisation the words begin with, as written; null if they begin with none. */
    static @Nullable String leadingSubject(String words) {
        Matcher all = ALL.matcher(words);
        if (all.find()) {
            return all.group();
        }
        int end = 0;
        for (String place = Places.at(words, 0);
                place != null && end < words.length();
                place = end < words.length() ? Places.at(words, end) : null) {
            end += place.length();
        }
        Matcher organisation = ORGANISATION.matcher(words);
        if (organisation.find() && (end == 0 || organisation.end() > end)) {
            return organisation.group();
        }
        if (end > 0) {
            Matcher acts = ACTS.matcher(words);
            if (acts.find() && acts.end(1) > end) {
                return acts.group(1);
            }
            Matcher further = LOCALITY.matcher(words.substring(end));
            return words.substring(0, further.find() ? end + further.end() : end);
        }
        Matcher acts = ACTS.matcher(words);
        if (acts.find()) {
            return acts.group(1);
        }
        Matcher locality = LOCALITY.matcher(words);
        return locality.find() ? locality.group() : null;
    }

    /** The region or organisation as it is to be called. */
    static String proper(String subject, Carried carried) {
        if (ALL.matcher(subject).matches()) {
            return subject.endsWith("市") && carried.city != null ? carried.city : carried.home.meant(subject);
        }
        String rest = subject;
        String name = "";
        for (String place = Places.at(rest, 0); place != null; place = rest.isEmpty() ? null : Places.at(rest, 0)) {
            Region region = Places.region(place);
            boolean province = region != null && region.level() == Region.Level.PROVINCE;
            if (region != null && region.level() == Region.Level.PREFECTURE) {
                carried.city = region.name();
            }
            rest = rest.substring(place.length());
            name = province && !rest.isEmpty()
                    ? place
                    : (province || Places.region(name) != null && isProvince(name) ? "" : name) + Places.proper(place);
        }
        return name + rest;
    }

    private static boolean isProvince(String name) {
        Region region = Places.region(name);
        return region != null && region.level() == Region.Level.PROVINCE;
    }

    /** Whether the words are nothing but the name of a region, an office or an enterprise. */
    static boolean body(String words) {
        return BODY.matcher(words).matches();
    }

    /** The words without a class of regions they begin with: 地级市, 各县. */
    static String withoutClass(String words) {
        Matcher m = GENERIC.matcher(words);
        return m.find() ? words.substring(m.end()) : words;
    }

    /** What is counted, at the beginning of the words behind a figure: up to the head of the name. */
    static String counted(String tail) {
        String words = tail.replaceAll("^[的、“”]+", "");
        int best = -1;
        for (int end = 1; end <= Math.min(words.length(), 24); end++) {
            if (HEADS.endOf(words.substring(0, end)) != null) {
                best = end;
                if (end >= words.length() || HEADS.at(words, end) == null) {
                    boolean longer = end < words.length()
                            && HEADS.endOf(words.substring(0, Math.min(words.length(), end + 1))) != null;
                    if (!longer) {
                        break;
                    }
                }
            }
        }
        return best > 0
                ? words.substring(0, best)
                : words.substring(0, Math.min(words.length(), 10))
                        .replaceAll("(?:随时|从中|进入|更新|受益|在|将|已|均|都|实现|等|，).*$", "");
    }

    /** The members of a list, as many as there are figures where that can be. */
    static List<String> members(String words, int count) {
        List<String> members = new ArrayList<>(List.of(words.split("、")));
        while (members.size() < count) {
            String last = members.removeLast();
            int at = Math.max(Math.max(last.lastIndexOf('和'), last.lastIndexOf('与')), last.lastIndexOf('及'));
            if (at <= 0 || at == last.length() - 1) {
                members.add(last);
                break;
            }
            members.add(last.substring(0, last.charAt(at) == '及' && last.charAt(at - 1) == '以' ? at - 1 : at));
            members.add(last.substring(at + 1));
        }
        return members;
    }
}
