package org.diaodu.bulletin.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one line of a template into its pieces. */
final class PieceReader {

    static final Set<String> FORMS = Set.of("", "数", "绝对值", "增长", "拉动", "快慢", "高于");

    private static final String EACH = "每个";
    private static final String USUAL_SEPARATOR = "、";

    private final String text;
    private final int line;
    private int at;

    private PieceReader(String text, int line) {
        this.text = text;
        this.line = line;
    }

    /** The pieces of a line; {@code line} is its number, for messages. */
    static List<Piece> read(String text, int line) {
        var reader = new PieceReader(text, line);
        List<Piece> pieces = reader.until('\0');
        if (reader.at < text.length()) throw reader.stray(text.charAt(reader.at));
        return pieces;
    }

    private List<Piece> until(char end) {
        List<Piece> pieces = new ArrayList<>();
        var words = new StringBuilder();
        while (at < text.length() && text.charAt(at) != end) {
            char next = text.charAt(at);
            if (next == '\\' && at + 1 < text.length()) {
                words.append(text.charAt(at + 1));
                at += 2;
            } else if (next == '{' || next == '[') {
                if (!words.isEmpty()) pieces.add(new Piece.Words(words.toString()));
                words.setLength(0);
                pieces.add(next == '{' ? slot() : optional());
            } else if (next == '}' || next == ']') {
                throw stray(next);
            } else {
                words.append(next);
                at++;
            }
        }
        if (!words.isEmpty()) pieces.add(new Piece.Words(words.toString()));
        return List.copyOf(pieces);
    }

    private Piece optional() {
        int begun = at++;
        List<Piece> pieces = until(']');
        close(']', begun);
        return new Piece.Optional(pieces);
    }

    private Piece slot() {
        int begun = at++;
        if (text.startsWith(EACH, at)) return each(begun);
        int end = text.indexOf('}', at);
        if (end < 0) throw unclosed('}', begun);
        String inside = text.substring(at, end).strip();
        at = end + 1;
        int bar = inside.indexOf('|');
        String name = bar < 0 ? inside : inside.substring(0, bar).strip();
        String[] form = (bar < 0 ? "" : inside.substring(bar + 1).strip()).split("\\s+", 2);
        if (name.isEmpty() || name.matches(".*[\\[\\]{].*")) {
            throw fault("BR02", begun, "“{" + inside + "}”里没有数据名", "\"{" + inside + "}\" names no fact");
        }
        if (!FORMS.contains(form[0])) {
            throw fault(
                    "BR03",
                    begun,
                    "没有“" + form[0] + "”这种写法；可以写：数、绝对值、增长、拉动、快慢、高于",
                    "there is no form \"" + form[0] + "\". Maybe one of 数, 绝对值, 增长, 拉动, 快慢, 高于");
        }
        return new Piece.Slot(name, form[0], form.length > 1 ? form[1] : "");
    }

    private Piece each(int begun) {
        int colon = text.indexOf('：', at);
        int end = text.indexOf('}', at);
        if (colon < 0 || (end >= 0 && end < colon)) {
            throw fault(
                    "BR04",
                    begun,
                    "“每个”后面要写数据名和全角冒号，例如 {每个 行业：{名称}}",
                    "after 每个 come a name and a full-width colon, as in {每个 行业：{名称}}");
        }
        String[] head = text.substring(at + EACH.length(), colon).strip().split("\\|", 2);
        at = colon + 1;
        List<Piece> pieces = until('}');
        close('}', begun);
        return new Piece.Each(head[0].strip(), head.length > 1 ? head[1].strip() : USUAL_SEPARATOR, pieces);
    }

    private void close(char bracket, int begun) {
        if (at >= text.length()) throw unclosed(bracket, begun);
        at++;
    }

    private BriefFault unclosed(char bracket, int begun) {
        return fault("BR01", begun, "这里的括号没有用“" + bracket + "”合上", "this bracket is not closed by \"" + bracket + "\"");
    }

    private BriefFault stray(char bracket) {
        return fault(
                "BR01",
                at,
                "多了一个“" + bracket + "”；要照印时写成“\\" + bracket + "”",
                "there is a \"" + bracket + "\" too many. Maybe write \"\\" + bracket + "\" to print it");
    }

    private BriefFault fault(String code, int where, String zh, String en) {
        return new BriefFault(
                code,
                "模板第" + line + "行第" + (where + 1) + "字：" + zh + "。",
                "Template line " + line + ", character " + (where + 1) + ": " + en + ".");
    }
}
