package org.diaodu.rules.model;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.feel.lang.FEELProfile;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.events.InvalidParametersEvent;
import org.kie.dmn.feel.runtime.functions.BaseFEELFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.MatchesFunction;
import org.kie.dmn.feel.runtime.functions.ParameterName;
import org.kie.dmn.feel.runtime.functions.ReplaceFunction;

/**
 * FEEL's {@code matches} and {@code replace} with their flags checked. The engine pastes the flags unescaped into an XQuery
 * that it then runs, so that a flag such as {@code '),unparsed-text('file:///…'),('} would read a file.
 */
public final class GuardedFunctions implements FEELProfile {

    /** The flags of XPath, as DMN 1.5 clause 10.3.4.3 takes them over. */
    private static final Pattern FLAGS = Pattern.compile("[smixq]*");

    @Override
    public List<FEELFunction> getFEELFunctions() {
        return List.of(new Matches(), new Replace());
    }

    private static boolean harmless(@Nullable String flags) {
        return flags == null || FLAGS.matcher(flags).matches();
    }

    private static <T> FEELFnResult<T> refused() {
        return FEELFnResult.ofError(
                new InvalidParametersEvent(Severity.ERROR, "flags", "may hold the letters s, m, i, x and q only"));
    }

    /** Public, and its methods, because the engine calls them by reflection. */
    public static final class Matches extends BaseFEELFunction {

        Matches() {
            super("matches");
        }

        public FEELFnResult<Boolean> invoke(
                @ParameterName("input") String input, @ParameterName("pattern") String pattern) {
            return MatchesFunction.INSTANCE.invoke(input, pattern);
        }

        public FEELFnResult<Boolean> invoke(
                @ParameterName("input") String input,
                @ParameterName("pattern") String pattern,
                @ParameterName("flags") @Nullable String flags) {
            return harmless(flags) ? MatchesFunction.INSTANCE.invoke(input, pattern, flags) : refused();
        }
    }

    /** Public for the same reason. */
    public static final class Replace extends BaseFEELFunction {

        Replace() {
            super("replace");
        }

        public FEELFnResult<String> invoke(
                @ParameterName("input") String input,
                @ParameterName("pattern") String pattern,
                @ParameterName("replacement") String replacement) {
            return ReplaceFunction.INSTANCE.invoke(input, pattern, replacement);
        }

        public FEELFnResult<String> invoke(
                @ParameterName("input") String input,
                @ParameterName("pattern") String pattern,
                @ParameterName("replacement") String replacement,
                @ParameterName("flags") @Nullable String flags) {
            return harmless(flags) ? ReplaceFunction.INSTANCE.invoke(input, pattern, replacement, flags) : refused();
        }
    }
}
