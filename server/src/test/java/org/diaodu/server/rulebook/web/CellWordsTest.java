package org.diaodu.server.rulebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellWordsTest {

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    -                       | 不限
                    >= 1000000              | ≥ 1,000,000
                    [1000000..10000000)     | ≥ 1,000,000，< 10,000,000
                    (0.5..1]                | > 0.5，≤ 1
                    < 1, null               | < 1 或 缺数据
                    "绿", "黄", null        | 绿 或 黄 或 缺数据
                    "甲, 乙"                | 甲, 乙
                    not(null)               | 有数据
                    not("红")               | not("红")
                    date("2022-03-31")      | date("2022-03-31")
                    -5                      | −5
                    true                    | 是
                    """)
    void testsAreReadAsPeopleSayThem(String feel, String words) {
        assertThat(new CellWords(false).test(feel)).isEqualTo(words);
    }
}
