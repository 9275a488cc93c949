package org.diaodu.bulletin.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words that stand before a number, taken apart: what they are about, what role they give the number, and against what
 * it is set.
 *
 * @param subject what the words name before the verb; may be empty
 * @param role the role they give the number; null where they name none
 * @param sign -1 where the verb goes down
 * @param other what the words name between verb and number, or between 比 and the verb; may be empty
 */
record Wording(String subject, @Nullable Role role, int sign, String other) {

    private static final String UP = "提高|上升|加快|增加|扩大|回升|提升|上涨|提速|增长|前移|前进|净增|走高";
    private static final String DOWN = "下降|回落|降低|收窄|减少|放缓|减慢|缩小|后移|后退|下滑|下跌|净减|走低|收缩";

    private static final Pattern PULL_DOWN = Pattern.compile("^(.*?)(?:向下拉动|负向拉动|下拉|拖累|拉低|负拉动)(.*)$");
    private static final Pattern PULL = Pattern.compile("^(.*?)(?:向上拉动|拉动|上拉|拉高|带动)(.*)$");
    private static final Pattern SHARE_OF_GROWTH =
            Pattern.compile("^(.*?)(?:(?:对|占)([^对占]*?)(?:的)?)?(?:增长的?)?贡献(?:率|度|份额)(.*)$");
    private static final Pattern ABOVE = Pattern.compile("^(.*?)(?:高于|快于|高出|高过|领先于?|超过|超出|优于)(.*)$");
    private static final Pattern BELOW = Pattern.compile("^(.*?)(?:低于|慢于|落后于?|落后)(.*)$");
    private static final Pattern THAN =
            Pattern.compile("^(.*?)(?:比|较)(.*?)(高|快|低|慢|" + UP + "|" + DOWN + ")(?:了|幅度?|为|约)*$");
    private static final Pattern ABOVE_BARE = Pattern.compile("^(.*?)(快|高|慢|低)(?:了|约)?$");
    private static final Pattern OWN_PERIOD =
            Pattern.compile(".*(?:同期|上月|上年|去年|上季|上旬|年初|一季度|上半年|前三季度|前期|当期|" + PlainForm.BLANK + ").*|");
    private static final Pattern CHANGED =
            Pattern.compile("^(.*?)(?:同比|环比)?(?:(" + UP + "|高)|(" + DOWN + "|低|降))(?:了|约|幅度|幅)*$");
    private static final Pattern GROWN = Pattern.compile("^(.*?)(?:同比|环比|按年|累计|名义|实际)*(?:(" + UP + "|增速|增幅|升|增|涨)|("
            + DOWN + "|降幅|跌幅|降|跌|减))(?:了|约|为|达到?|近|超过?|逾|不足)*$");
    private static final Pattern SHARE =
            Pattern.compile("^(.*?)(?:占比|比重|占([^占]*?)(?:的?比重|的?份额|比例|的)?)(?:为|达到?|约为?|近|超过?|的)*$");
    private static final Pattern PROGRESS =
            Pattern.compile("^(.*?)(?:完成|达到|占)了?((?:全年|年度|年初|年)(?:投资)?(?:计划|目标|预算)[^的]*)的?(?:比重|比例)?$");
    private static final Pattern FROM =
            Pattern.compile("^(.*?)(?:由|从)(?:上年|去年|" + PlainForm.BLANK + "|上月|上季度|年初|第)*(?:同期)?(?:末)?的?$");
    private static final Pattern TO = Pattern.compile("^(.*?)(?:" + UP + "|" + DOWN + "|升|降|变|增|减)(?:到|至)(?:第|了|约)*$");
    private static final Pattern TWO_YEARS = Pattern.compile("^(.*?)(?:两年|二年|2年)(?:年?均|平均).*$");
    private static final Pattern RATIO = Pattern.compile("^(.*?(?:率|面|PPI|CPI|指数|度))(?:为|达到?|约为?|近|超过?|是)*$");

    /** What the words before a number of a unit say. */
    static Wording of(String words, Token token) {
        String plain = words.replaceAll("\\s+", "");
        if (token.points() || token.bare()) {
            Wording points = points(plain, token);
            if (points != null) {
                return points;
            }
        }
        if (token.percent() || token.bare()) {
            Wording percent = percent(plain, token);
            if (percent != null) {
                return percent;
            }
        }
        if (token.times() && GROWN.matcher(plain).matches()) {
            return grown(GROWN.matcher(plain));
        }
        if (token.places()) {
            Matcher changed = CHANGED.matcher(plain);
            return changed.matches() && !token.ordinal()
                    ? new Wording("", Role.RANK_CHANGE, changed.group(2) != null ? 1 : -1, "")
                    : new Wording(
                            label(plain.replaceFirst("(?:排名|位居|位列|居|排|列)?(?:第|全国第|全省第)?$", "")),
                            token.ordinal() ? Role.RANK : null,
                            1,
                            "");
        }
        if (token.amount() || token.things()) {
            Wording moved = moved(plain);
            if (moved != null) {
                return moved;
            }
            Matcher than = THAN.matcher(plain);
            if (than.matches() && OWN_PERIOD.matcher(than.group(2)).matches()) {
                return new Wording(
                        label(than.group(1)), Role.DELTA, than.group(3).matches(DOWN + "|低|慢") ? -1 : 1, than.group(2));
            }
            Matcher grown = GROWN.matcher(plain);
            if (grown.matches() && plain.matches(".*(?:同比|净增|净减|增加|减少)(?:了)?$")) {
                return new Wording(label(grown.group(1)), Role.DELTA, grown.group(2) != null ? 1 : -1, "");
            }
            return new Wording(label(plain), token.things() ? Role.COUNT : Role.LEVEL, 1, "");
        }
        return new Wording(label(plain), null, 1, "");
    }

    private static @Nullable Wording points(String words, Token token) {
        Matcher down = PULL_DOWN.matcher(words);
        if (down.matches()) {
            return new Wording(label(down.group(1)), Role.CONTRIBUTION, -1, other(down.group(2)));
        }
        Matcher pull = PULL.matcher(words);
        if (pull.matches() && !words.contains("贡献率")) {
            boolean falls = pull.group(2).matches(".*(?:下降|回落|减少)$");
            return new Wording(label(pull.group(1)), Role.CONTRIBUTION, falls ? -1 : 1, other(pull.group(2)));
        }
        Matcher above = ABOVE.matcher(words);
        if (above.matches()) {
            return new Wording(label(above.group(1)), Role.DIFFERENCE, 1, other(above.group(2)));
        }
        Matcher below = BELOW.matcher(words);
        if (below.matches()) {
            return new Wording(label(below.group(1)), Role.DIFFERENCE, -1, other(below.group(2)));
        }
        if (token.bare()) {
            return null;
        }
        if (token.sign() != 0 && words.matches("(?:同比|环比|比上年|较上年)?")) {
            return new Wording("", Role.CHANGE, 1, words);
        }
        Matcher than = THAN.matcher(words);
        if (than.matches()) {
            int sign = than.group(3).matches("(?:" + DOWN + "|低|慢)") ? -1 : 1;
            return OWN_PERIOD.matcher(than.group(2)).matches()
                    ? new Wording(label(than.group(1)), Role.CHANGE, sign, than.group(2))
                    : new Wording(label(than.group(1)), Role.DIFFERENCE, sign, other(than.group(2)));
        }
        Matcher bare = ABOVE_BARE.matcher(words);
        if (bare.matches() && !words.matches(".*(?:同比|环比|提高|走高|走低|降低|加快|减慢).*")) {
            return new Wording(
                    label(bare.group(1)), Role.DIFFERENCE, bare.group(2).matches("慢|低") ? -1 : 1, "");
        }
        Matcher changed = CHANGED.matcher(words);
        return changed.matches()
                ? new Wording(label(changed.group(1)), Role.CHANGE, changed.group(2) != null ? 1 : -1, "")
                : null;
    }

    private static @Nullable Wording percent(String words, Token token) {
        Matcher growth = SHARE_OF_GROWTH.matcher(words);
        if (growth.matches()) {
            return new Wording(
                    label(growth.group(1)),
                    Role.SHARE_OF_GROWTH,
                    1,
                    other(growth.group(2) == null ? "" : growth.group(2)));
        }
        if (token.bare()) {
            return null;
        }
        Wording moved = moved(words);
        if (moved != null) {
            return moved;
        }
        Matcher progress = PROGRESS.matcher(words);
        if (progress.matches()) {
            return new Wording(label(progress.group(1)), Role.SHARE, 1, progress.group(2));
        }
        Matcher years = TWO_YEARS.matcher(words);
        if (years.matches()) {
            return new Wording(label(years.group(1)), Role.TWO_YEARS, signOf(words, token), "");
        }
        Matcher than = THAN.matcher(words);
        if (than.matches() && than.group(2).matches(".*" + PlainForm.BLANK + ".*")) {
            return new Wording(
                    label(than.group(1)), Role.GROWTH_SINCE, than.group(3).matches(DOWN) ? -1 : 1, than.group(2));
        }
        if (token.sign() != 0) {
            return new Wording(label(words), Role.GROWTH, token.sign() == '-' ? -1 : 1, "");
        }
        Matcher pull = PULL.matcher(words);
        if (pull.matches()) {
            return new Wording(label(pull.group(1)), Role.CONTRIBUTION, 1, other(pull.group(2)));
        }
        Matcher share = SHARE.matcher(words);
        if (share.matches()) {
            return new Wording(
                    label(share.group(1)), Role.SHARE, 1, other(share.group(2) == null ? "" : share.group(2)));
        }
        Matcher grown = GROWN.matcher(words);
        if (grown.matches()) {
            return grown(grown);
        }
        Matcher ratio = RATIO.matcher(words);
        return ratio.matches() ? new Wording(label(ratio.group(1)), Role.RATIO, 1, "") : null;
    }

    private static @Nullable Wording moved(String words) {
        Matcher from = FROM.matcher(words);
        if (from.matches()) {
            return new Wording(label(from.group(1)), Role.FROM, 1, "");
        }
        return TO.matcher(words).matches() ? new Wording("", Role.TO, 1, "") : null;
    }

    private static Wording grown(Matcher grown) {
        if (!grown.matches()) {
            throw new IllegalStateException(grown.toString());
        }
        String subject = grown.group(1).replaceFirst("(?:比|较)(?:上年|去年|上年同期|去年同期)$", "");
        return new Wording(label(subject), Role.GROWTH, grown.group(2) != null ? 1 : -1, "");
    }

    private static int signOf(String words, Token token) {
        return token.sign() == '-' || words.matches(".*(?:" + DOWN + "|降)$") ? -1 : 1;
    }

    private static final Pattern BEFORE = Pattern.compile(
            "^(?:其中|截至|另外|另|全年|同期|同比|累计|当月|单月|分别|和|与|及|而|但|的|中|" + PlainForm.BLANK + "|[:,，、+./\\s\"“”'])+");
    private static final Pattern BEHIND =
            Pattern.compile("(?:分别|实现|达到?|为|约为?|近|超过?|逾|突破|是|共计?|同比|环比|累计|当月|单月|的|合计|总计|,|，|" + PlainForm.BLANK
                    + "|[:、+./\\s\"“”'])+$");

    /** The name that words leave when connecting words are taken off. */
    static String label(String words) {
        String before = BEFORE.matcher(words).replaceFirst("");
        String name = BEHIND.matcher(before).replaceFirst("").replace(String.valueOf(PlainForm.BLANK), "");
        return name.matches("(?:合计|总计)?(?:增速|增幅|涨幅|降幅|增长|同比|占比)?") ? "" : name;
    }

    private static String other(String words) {
        return label(words).replaceFirst("(?:增长|增速|增幅|下降|上升|升高|增加)+$", "");
    }
}
