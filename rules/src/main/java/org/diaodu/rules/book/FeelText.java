package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Parser;
import org.kie.dmn.feel.runtime.events.SyntaxErrorEvent;

/** Reads a cell's FEEL with the reference engine's parser. */
final class FeelText {

    private FeelText() {}

    /**
     * A parsed cell.
     *
     * @param node null where the text is no FEEL
     */
    record Parsed(@Nullable BaseNode node, List<Slip> slips) {}

    /** A slip in the text: where, and what stands there, empty where it cannot be said. */
    record Slip(int line, int column, String found) {

        String zh() {
            return "FEEL 语法错误，第 " + line + " 行第 " + column + " 个字符处" + (found.isEmpty() ? "" : "遇到“" + found + "”");
        }

        String en() {
            return "FEEL cannot be read at line " + line + ", character " + column
                    + (found.isEmpty() ? "" : ", where \"" + found + "\" stands");
        }
    }

    static Parsed tests(String text, Map<String, Type> variables) {
        return parse(text, variables, true);
    }

    static Parsed expression(String text, Map<String, Type> variables) {
        return parse(text, variables, false);
    }

    private static Parsed parse(String text, Map<String, Type> variables, boolean tests) {
        List<Slip> slips = new ArrayList<>();
        FEELEventListenersManager events = new FEELEventListenersManager();
        events.addListener(event -> {
            if (event instanceof SyntaxErrorEvent syntax) {
                slips.add(slip(syntax));
            }
        });
        FEEL_1_1Parser parser = FEELParser.parse(events, text, variables, Map.of(), List.of(), List.of(), null);
        var tree = tests ? parser.unaryTestsRoot() : parser.compilation_unit();
        if (!slips.isEmpty()) {
            return new Parsed(null, slips);
        }
        try {
            return new Parsed(tree.accept(new ASTBuilderVisitor(variables, null)), slips);
        } catch (RuntimeException e) {
            return new Parsed(null, List.of()); // the engine says what it cannot make of it
        }
    }

    private static Slip slip(SyntaxErrorEvent event) {
        String found = event.getOffendingSymbol() instanceof Token token && token.getType() != Token.EOF
                ? token.getText()
                : event.getOffendingSymbol() instanceof Token ? "(end)" : "";
        return new Slip(Math.max(1, event.getLine()), event.getColumn() + 1, found);
    }
}
