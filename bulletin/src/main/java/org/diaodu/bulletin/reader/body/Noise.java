package org.diaodu.bulletin.reader.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a page holds beside its document: navigation, notices, recommendations. */
final class Noise {
    private static final Pattern END = Pattern.compile(
            "^[\\s/【\\[（(]*(?:特别声明|特別聲明|免责声明|免責聲明|版权声明|版權聲明|责任编辑|責任編輯|相关阅读|相關閱讀|相关推荐|相關推薦|相关新闻|相關新聞|相关链接|相關鏈接|热点推荐|"
                    + "推荐阅读|延伸阅读|阅读下一篇|閱讀下一篇|上一篇|下一篇|返回首页|返回首頁|Copyright|版权所有|版權所有|往期回顾|扫一扫|打印本页|關閉窗口|关闭窗口|声明[:：]|聲明[:：]|友情链接|网站地图|联系我们)");
    private static final Pattern LINE = Pattern.compile(
            "^(?:https?://|ICP备|备案号|.{0,12}ICP备|公网安备|电话[:：]|电話[:：]|传真[:：]|地址[:：]|邮编[:：]|浏览次数|点击[:：量]|阅读[:：量]|字号|字体|【 字体|分享到|微信扫|发布时间|发稿时间|發布時間|发布人|發布人|layout:|Notice:)");
    private static final Pattern SENTENCE = Pattern.compile("[，。；,;！？]");

    private Noise() {}

    /** The paragraphs that are the document: nothing from the first closing notice on, no navigation. */
    static List<Paragraph> without(List<Paragraph> all) {
        List<Paragraph> body = new ArrayList<>();
        int words = 0;
        for (Paragraph paragraph : all) {
            String line = paragraph.text().text();
            if (words > 80 && END.matcher(line).find()) {
                if (remaining(all, paragraph) < words) {
                    break;
                }
                continue;
            }
            if (paragraph.mostlyLinks()
                    || LINE.matcher(line).find()
                    || END.matcher(line).find()) {
                continue;
            }
            body.add(paragraph);
            words += SENTENCE.matcher(line).find() ? line.length() : 0;
        }
        return body;
    }

    /** How many characters of sentences still follow. */
    private static int remaining(List<Paragraph> all, Paragraph from) {
        int words = 0;
        for (int i = all.indexOf(from) + 1; i < all.size(); i++) {
            Paragraph p = all.get(i);
            words += !p.mostlyLinks()
                            && p.text().length() > 40
                            && SENTENCE.matcher(p.text()).find()
                    ? p.text().length()
                    : 0;
        }
        return words;
    }
}
