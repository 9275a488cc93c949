package org.diaodu.bulletin.reader.grammar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of names that share out the figures after them: 采矿业、制造业等行业增加值分别增长….
 *
 * @param members as many as there are figures
 * @param suffix what all of them have in common behind the list
 */
record SharedList(List<String> members, String suffix) {

    private static final Pattern CLASSES = Pattern.compile("^(.*?)[一二三四五六七八九十\\d]+[大个](?:行业|产业|领域|类)(.*)$");
    private static final Pattern COMMON = Pattern.compile("^(?:重点|主要)?(?:\\p{IsHan}{0,3}(?:行业|地区|市|产业|产品|领域|经济体))?");

    /** Null where the words name fewer than there are figures. */
    static @Nullable SharedList of(String words, int figures) {
        String list = words;
        String suffix = "";
        int etc = list.lastIndexOf('等');
        if (etc > 0) {
            suffix = COMMON.matcher(list.substring(etc + 1)).replaceAll("");
            list = list.substring(0, etc);
        }
        Matcher classes = CLASSES.matcher(list);
        if (etc < 0 && classes.find()) {
            list = classes.group(1);
            suffix = classes.group(2).replaceAll("、.*$", "");
        }
        List<String> members = Names.members(list, figures);
        if (members.size() < figures) {
            return null;
        }
        return new SharedList(members.subList(members.size() - figures, members.size()), suffix);
    }
}
