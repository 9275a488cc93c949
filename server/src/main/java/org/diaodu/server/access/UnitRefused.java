package org.diaodu.server.access;

import java.sql.SQLException;
import org.diaodu.server.database.Refusal;
import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;

/** PostgreSQL refused to close a member unit that has things to do, or to give something to a closed one. */
final class UnitRefused extends DataIntegrityViolationException implements Explained {

    private final Explanation explanation;

    private UnitRefused(SQLException refusal, Explanation explanation) {
        super(refusal.getMessage(), refusal);
        this.explanation = explanation;
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }

    @Configuration(proxyBeanMethods = false)
    static class Told {

        /** Migration V112. */
        @Bean
        Refusal unitHoldsSomething() {
            return refusal(
                    "DD004",
                    "AC33",
                    "该成员单位还有在办事项，不能撤销。请重新打开页面，先移交。",
                    "The member unit still has things to do and was not closed. Open the page again and hand them over"
                            + " first.");
        }

        /** Migration V171. */
        @Bean
        Refusal unitIsClosed() {
            return refusal(
                    "DD005",
                    "AC34",
                    "所选成员单位刚刚撤销，您的操作没有写入。请重新打开页面，改选其他单位。",
                    "The member unit chosen has just been closed, and nothing was written. Open the page again and choose"
                            + " another.");
        }

        private static Refusal refusal(String state, String code, String chinese, String english) {
            return new Refusal(
                    state, failure -> new UnitRefused(failure, new Explanation(409, code, chinese, english)));
        }
    }
}
