package org.diaodu.bulletin.reader.repair;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.BitSet;
import org.diaodu.bulletin.reader.Repair.Cause;
import org.diaodu.bulletin.reader.text.Traced;

/** Traditional characters to simplified ones, one for one, so that places stay. */
final class Simplified {
    /** Frequent characters that only traditional text has: without any of them the table is not even loaded. */
    private static final BitSet FREQUENT = new BitSet();

    static {
        "個們這來時會為發經產業長國學說過對與後從開關門間東車馬語請讓認識點電話麼樣樹機權歷歲當號處億萬報記聞資訊總結網線義動務場員區縣鄉鎮農財稅費價銀錢買賣貿進運達遠還適選邊際陽陰陸隊領頭題額風飛養餘驗體魚黨齊龍計設護變讀議負責質贊贏趙趨跡軍軟輕輛輸辦邁郵醫釋鐵鋼錄鏡鑒閱陳險隨雖雙雜難項順預頓顆顧顯類飯館驚鮮麗黃"
                .chars()
                .forEach(FREQUENT::set);
    }

    private Simplified() {}

    private static final class Table {
        private static final char[] SIMPLE = load();

        private static char[] load() {
            var table = new char[0x10000];
            var all = new StringBuilder();
            for (int c = 0x3400; c < 0xA000; c++) {
                all.append((char) c).append('\n');
            }
            String simple = ZhConverterUtil.toSimple(all.toString());
            for (int c = 0x3400; c < 0xA000; c++) {
                table[c] = (char) c;
            }
            if (simple.length() == all.length()) {
                for (int i = 0; i < simple.length(); i += 2) {
                    table[all.charAt(i)] = simple.charAt(i);
                }
            }
            for (String pair :
                    new String[] {"乾干", "佔占", "瞭了", "纔才", "喫吃", "裏里", "着着", "綫线", "檯台", "曬晒", "羣群", "麪面", "臺台"}) {
                table[pair.charAt(0)] = pair.charAt(1);
            }
            return table;
        }
    }

    /** Whether more than a stray character of the text is a traditional one. */
    static boolean needed(String text) {
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            if (FREQUENT.get(text.charAt(i)) && ++seen > 3) {
                return true;
            }
        }
        return false;
    }

    static Traced of(Traced text, Repairs repairs) {
        char[] simple = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3400 && c < 0xA000 && Table.SIMPLE[c] != c) {
                simple = simple == null ? text.text().toCharArray() : simple;
                simple[i] = Table.SIMPLE[c];
                repairs.note(text.from(i), text.to(i), String.valueOf(simple[i]), Cause.TRADITIONAL);
            }
        }
        return simple == null ? text : text.withCharacters(new String(simple));
    }
}
