package org.diaodu.bulletin.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A template as people edit it, one heading, paragraph, table or chart a line; docs/formats/brief.md has its signs. The
 * first line that begins with {@code 标题：} is the title.
 */
public final class Template {

    private static final String TITLE = "标题：";
    private static final String TABLE = "!表";
    private static final String CHART = "!图";

    private final String text;
    private final List<Line> lines;

    private Template(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** What a line of a template is. */
    enum Kind {
        TITLE,
        SECTION,
        SUBSECTION,
        PARAGRAPH,
        TABLE,
        CHART
    }

    /** A line; {@code name} is that of a table or chart. */
    record Line(int number, Kind kind, String name, List<Piece> pieces) {}

    /** Reads a template; what it says wrongly is a {@link BriefFault} with line and character. */
    public static Template of(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty()) lines.add(line(line, number));
        }
        return new Template(text, List.copyOf(lines));
    }

    /** The template the house begins with. */
    public static Template standard() {
        try (InputStream stream =
                Objects.requireNonNull(Template.class.getResourceAsStream("standard.txt"), "standard.txt")) {
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    List<Line> lines() {
        return lines;
    }

    /** The brief these facts make, and what was asked for and is not there. */
    public Written write(Masthead masthead, Map<String, Fact> facts) {
        return new Writing(masthead, facts).write(lines);
    }

    /**
     * A brief, and what it had to leave out.
     *
     * @param missing lines left out because a fact they need is not there
     */
    public record Written(Brief brief, List<Missing> missing) {}

    /** A fact a line of the template needs, outside brackets, and the platform does not have. */
    public record Missing(int line, String name) {}

    private static Line line(String line, int number) {
        if (line.startsWith("##")) return words(Kind.SUBSECTION, line.substring(2), number);
        if (line.startsWith("#")) return words(Kind.SECTION, line.substring(1), number);
        if (line.startsWith(TITLE)) return words(Kind.TITLE, line.substring(TITLE.length()), number);
        if (line.startsWith(TABLE)) return object(Kind.TABLE, line.substring(TABLE.length()), number);
        if (line.startsWith(CHART)) return object(Kind.CHART, line.substring(CHART.length()), number);
        return words(Kind.PARAGRAPH, line, number);
    }

    private static Line words(Kind kind, String text, int number) {
        return new Line(number, kind, "", PieceReader.read(text.strip(), number));
    }

    private static Line object(Kind kind, String text, int number) {
        String[] parts = text.strip().split("\\s*[|｜]\\s*", 2);
        if (parts[0].isBlank()) {
            throw new BriefFault(
                    "BR05",
                    "模板第" + number + "行：没有写是哪张表或图，例如“!图 走势｜工业增加值增速”。",
                    "Template line " + number + ": it does not name a table or chart. Maybe \"!图 走势｜…\".");
        }
        return new Line(number, kind, parts[0], PieceReader.read(parts.length > 1 ? parts[1] : parts[0], number));
    }
}
