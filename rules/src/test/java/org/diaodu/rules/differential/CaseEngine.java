package org.diaodu.rules.differential;

import java.util.List;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Carried;
import org.jspecify.annotations.Nullable;

/** The compiled form, case by case in the process. */
final class CaseEngine implements Engine {

    @Override
    public String name() {
        return "in process";
    }

    @Override
    public @Nullable List<Given> answers(Subject subject) {
        if (!(subject.rule().outcome() instanceof Carried)) {
            return null;
        }
        return subject.cases().stream()
                .map(one -> {
                    try {
                        return Given.of(subject.rule().answer(one).value());
                    } catch (RuntimeException e) {
                        return Given.failed(String.valueOf(e));
                    }
                })
                .toList();
    }
}
