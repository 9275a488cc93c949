package org.diaodu.server.appeals;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What helped others with the same subject: the units' advice and nothing about whom it was given. */
@Component
@Transactional(readOnly = true)
public class SimilarAppeals {

    private static final int LOOKED_AT = 100;
    private static final int OFFERED = 3;

    private final JdbcClient jdbc;

    SimilarAppeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The advice nearest to these words, by the pairs of characters they share; the latest where none are shared. */
    public List<String> advice(Subject subject, String words) {
        Set<String> asked = pairs(words);
        return jdbc
                .sql("select * from appeals_like(:subject, :most)")
                .param("subject", subject.name())
                .param("most", LOOKED_AT)
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .sorted(Comparator.comparingInt((String advice) -> -shared(pairs(advice), asked)))
                .limit(OFFERED)
                .toList();
    }

    private static int shared(Set<String> some, Set<String> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < Math.min(text.length(), AppealForm.LONGEST); i++) pairs.add(text.substring(i, i + 2));
        return pairs;
    }
}
