package org.diaodu.bench;

import com.hankcs.hanlp.HanLP;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.diaodu.bulletin.reader.BulletinReader;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many bulletins read, beside HanLP cutting the same text into words and jsoup parsing the same pages. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Statements out of many made-up bulletins, beside word segmentation of the same text.")
final class ReadBench implements Callable<Integer> {

    @Option(names = "--documents", description = "default ${DEFAULT-VALUE}")
    private int documents = 10_000;

    @Option(names = "--threads", description = "default ${DEFAULT-VALUE}")
    private int threads = 2;

    @Option(names = "--seed", description = "default ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** What one of the readers makes of a page; the number only keeps the work from being left out. */
    private interface Work {
        int on(byte[] page);
    }

    @Override
    public Integer call() throws Exception {
        List<byte[]> pages = pages();
        long bytes = pages.stream().mapToLong(page -> page.length).sum();
        var report = new Report(
                "%,d bulletins, %.1f MB of UTF-8, on %d threads".formatted(documents, bytes / 1e6, threads),
                "./diaodu bench read --documents %d".formatted(documents),
                "work",
                "wall",
                "processors",
                "MB a second",
                "found",
                "ours against it");
        double ours = row(
                report,
                "statements read",
                pages,
                bytes,
                0,
                page -> BulletinReader.standard()
                        .read("page.html", page)
                        .statements()
                        .size());
        row(
                report,
                "HanLP cuts the same text into words",
                pages,
                bytes,
                ours,
                page -> HanLP.segment(Jsoup.parse(text(page)).text()).size());
        row(
                report,
                "jsoup parses the same pages",
                pages,
                bytes,
                ours,
                page -> Jsoup.parse(text(page)).text().length());
        report.print(spec.commandLine().getOut(), markdown);
        return 0;
    }

    private double row(Report report, String name, List<byte[]> pages, long bytes, double ours, Work work)
            throws Exception {
        pages.subList(0, Math.min(pages.size(), 500)).forEach(work::on); // load and warm up
        CpuClock clock = CpuClock.start();
        long found = run(name, pages, work);
        CpuClock.Spent spent = clock.spent();
        double speed = bytes / 1e3 / spent.wall();
        report.row(
                name,
                Report.milliseconds(spent.wall()),
                Report.milliseconds(spent.cpu()),
                "%.2f".formatted(speed),
                "%,d".formatted(found),
                ours == 0 ? "" : Report.times(ours / speed));
        return speed;
    }

    private long run(String name, List<byte[]> pages, Work work) throws Exception {
        var done = new AtomicInteger();
        PrintWriter err = spec.commandLine().getErr();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> parts = new ArrayList<>();
            for (int part = 0; part < threads; part++) {
                int first = part;
                parts.add(pool.submit(() -> {
                    long found = 0;
                    for (int i = first; i < pages.size(); i += threads) {
                        found += work.on(pages.get(i));
                        progress(err, name, done.incrementAndGet(), pages.size());
                    }
                    return found;
                }));
            }
            long found = 0;
            for (Future<Long> part : parts) {
                found += part.get();
            }
            return found;
        }
    }

    private static void progress(PrintWriter err, String name, int done, int all) {
        if (done % Math.max(1, all / 50) == 0 || done == all) {
            err.printf(
                    "\r%s %s%s %,d/%,d",
                    name, "#".repeat(30 * done / all), ".".repeat(30 - 30 * done / all), done, all);
            if (done == all) {
                err.println();
            }
            err.flush();
        }
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }

    private List<byte[]> pages() {
        var random = new Random(seed);
        List<byte[]> pages = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            pages.add(page(random).getBytes(StandardCharsets.UTF_8));
        }
        return pages;
    }

    private static String page(Random random) {
        String[] cities = {"哈尔滨市", "齐齐哈尔市", "牡丹江市", "佳木斯市", "大庆市", "绥化市"};
        String[] names = {"规模以上工业增加值", "固定资产投资", "社会消费品零售总额", "一般公共预算收入", "进出口总额", "工业用电量"};
        var page = new StringBuilder("<html><body><h1>一至")
                .append(2 + random.nextInt(10))
                .append("月经济运行情况</h1><div>发布时间：2023-06-20</div>");
        for (int p = 0; p < 8; p++) {
            page.append("<p>2023年1-5月，").append(cities[random.nextInt(cities.length)]);
            for (int s = 0; s < 3; s++) {
                page.append("%s完成%.1f亿元，同比%s%.1f%%，高于全省平均水平%.1f个百分点；"
                        .formatted(
                                names[random.nextInt(names.length)],
                                10 + 900 * random.nextDouble(),
                                random.nextBoolean() ? "增长" : "下降",
                                20 * random.nextDouble(),
                                3 * random.nextDouble()));
            }
            page.append("各有关部门持续优化营商环境，着力破解企业发展中的难点堵点，推动重点项目早开工、早建设、早投产。</p>");
        }
        return page.append("<div><a href='/'>返回首页</a></div></body></html>").toString();
    }
}
