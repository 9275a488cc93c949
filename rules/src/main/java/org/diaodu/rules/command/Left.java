package org.diaodu.rules.command;

import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.files.Language;

/** What is said of a decision that is not compiled. */
final class Left {

    private Left() {}

    static String said(Outcome.Left left, Language language) {
        return language.say(
                left.place().chinese() + "“" + left.decision() + "”不编译，由参考引擎逐例计算：" + left.chinese() + "。",
                left.place().english() + "\"" + left.decision()
                        + "\" is not compiled, the reference engine answers case by" + " case: " + left.english()
                        + ".");
    }
}
