package org.diaodu.server.policies.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.diaodu.policy.Fen;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.server.policies.SubjectId;
import org.diaodu.server.policies.delivery.RunKeeping.Of;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code match_verdict}: what the last run said. */
@Component
class VerdictRows {

    private final JdbcClient jdbc;

    VerdictRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said of a subject and a clause. */
    record Said(Judgement.Kind kind, String zh) {

        static String yuan(@Nullable Long fen) {
            return fen == null ? "–" : Fen.yuan(fen);
        }
    }

    Map<Of, Said> of(Collection<Long> enterprises) {
        Map<Of, Said> said = new HashMap<>();
        jdbc.sql("""
                select v.enterprise_id, e.credit_code, v.subject_kind, v.subject_code, v.clause, v.verdict, v.words_zh
                from match_verdict v join enterprise e on e.id = v.enterprise_id
                where v.enterprise_id = any(:enterprises)
                """).param("enterprises", enterprises.toArray(Long[]::new)).query(row -> {
            var subject = new SubjectId(
                    row.getLong(1), row.getString(2), SubjectKind.valueOf(row.getString(3)), row.getString(4));
            said.put(
                    new Of(subject, row.getString(5)),
                    new Said(Judgement.Kind.valueOf(row.getString(6)), row.getString(7)));
        });
        return said;
    }

    /** Puts what this run says in the place of what was said of these enterprises before. */
    void keep(MatchRun run, Collection<Long> enterprises, List<Judgement> judged) {
        jdbc.sql("delete from match_verdict where enterprise_id = any(:enterprises)")
                .param("enterprises", enterprises.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                insert into match_verdict (enterprise_id, region, subject_kind, subject_code, subject_name, clause, verdict, due_fen,
                        paid_fen, failing, missing, words_zh, words_en, run)
                select v.enterprise, v.region, v.kind, v.code, v.name, v.clause, v.verdict, v.due, v.paid, v.failing,
                       string_to_array(v.missing, chr(10)), v.zh, v.en, :run
                from unnest(:enterprises::bigint[], :regions::text[], :kinds::text[], :codes::text[], :names::text[],
                        :clauses::text[], :verdicts::text[], :dues::bigint[], :paids::bigint[], :failing::integer[],
                        :missing::text[], :zhs::text[], :ens::text[])
                     as v (enterprise, region, kind, code, name, clause, verdict, due, paid, failing, missing, zh, en)
                """)
                .param("run", run.id())
                .param(
                        "enterprises",
                        judged.stream()
                                .map(one -> one.subject().id().enterprise())
                                .toArray(Long[]::new))
                .param(
                        "regions",
                        texts(
                                judged,
                                one -> Objects.requireNonNull(
                                        one.enterprise().subject().region())))
                .param("kinds", texts(judged, one -> one.subject().id().kind().name()))
                .param("codes", texts(judged, one -> one.subject().id().code()))
                .param("names", texts(judged, one -> one.subject().name()))
                .param("clauses", texts(judged, one -> one.clause().id()))
                .param("verdicts", texts(judged, one -> one.kind().name()))
                .param("dues", judged.stream().map(Judgement::dueFen).toArray(Long[]::new))
                .param("paids", judged.stream().map(Judgement::paidFen).toArray(Long[]::new))
                .param("failing", judged.stream().map(Judgement::failing).toArray(Integer[]::new))
                .param("missing", texts(judged, one -> String.join("\n", one.missing())))
                .param("zhs", texts(judged, Judgement::zh))
                .param("ens", texts(judged, Judgement::en))
                .update();
    }

    private static String[] texts(List<Judgement> judged, Function<Judgement, String> text) {
        return judged.stream().map(text).toArray(String[]::new);
    }
}
