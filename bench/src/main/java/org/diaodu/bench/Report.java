package org.diaodu.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a bench found: a table with a peer and a ratio, printed as text and, where asked, written as markdown. */
final class Report {
    private final String title;
    private final String command;
    private final List<String> notes = new ArrayList<>();
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Report(String title, String command, String... head) {
        this.title = title;
        this.command = command;
        this.head = List.of(head);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void note(String note) {
        notes.add(note);
    }

    void print(PrintWriter out, @Nullable Path markdown) throws IOException {
        var machine = Machine.here() + ", load %.1f at the end".formatted(Machine.load());
        out.println(title);
        out.println(machine);
        out.println();
        printTable(out);
        notes.forEach(out::println);
        out.flush();
        if (markdown != null) {
            Files.writeString(markdown, markdown(machine));
        }
    }

    private void printTable(PrintWriter out) {
        var lines = new ArrayList<List<String>>();
        lines.add(head);
        lines.addAll(rows);
        int[] widths = new int[head.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            var text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - line.get(i).length());
                text.append(i == 0 ? line.get(i) + pad : "  " + pad + line.get(i));
            }
            out.println(text);
        }
        out.println();
    }

    private String markdown(String machine) {
        var text = new StringBuilder("## " + title + "\n\n`" + command + "` on " + machine + ".\n\n");
        text.append("| ").append(String.join(" | ", head)).append(" |\n|---|");
        text.append("---:|".repeat(head.size() - 1)).append('\n');
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        text.append('\n');
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }

    static String milliseconds(double value) {
        return value >= 10_000 ? "%.1f s".formatted(value / 1000) : "%.0f ms".formatted(value);
    }

    static String times(double ratio) {
        return ratio >= 10 ? "%.0f×".formatted(ratio) : "%.2f×".formatted(ratio);
    }
}
