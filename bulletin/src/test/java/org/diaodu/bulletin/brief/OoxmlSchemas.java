package org.diaodu.bulletin.brief;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The schemas of ISO/IEC 29500 as POI carries them whole, in a class loader of their own. */
final class OoxmlSchemas {

    private static final String WORD = "org.openxmlformats.schemas.wordprocessingml.x2006.main.";
    private static final Map<String, String> ROOTS = Map.of(
            "word/document", WORD + "DocumentDocument",
            "word/styles", WORD + "StylesDocument",
            "word/settings", WORD + "SettingsDocument",
            "word/footer", WORD + "FtrDocument",
            "word/charts/chart", "org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument");

    private OoxmlSchemas() {}

    /** What the schemas have against the parts of a document; empty where nothing. */
    static List<String> faults(byte[] docx) throws Exception {
        List<String> faults = new ArrayList<>();
        try (var loader = new URLClassLoader(whole(), ClassLoader.getPlatformClassLoader());
                var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            int checked = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                String root = ROOTS.entrySet().stream()
                        .filter(one -> name.matches(one.getKey() + "\\d*\\.xml"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
                if (root.isEmpty()) continue;
                faults.addAll(faults(loader, root, name, zip.readAllBytes()));
                checked++;
            }
            if (checked < 4) faults.add("only " + checked + " parts were found to check");
        }
        return faults;
    }

    private static List<String> faults(ClassLoader loader, String root, String part, byte[] xml) throws Exception {
        Class<?> type = loader.loadClass(root);
        Object factory = type.getField("Factory").get(null);
        Object document = Arrays.stream(factory.getClass().getMethods())
                .filter(method -> method.getName().equals("parse")
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].equals(InputStream.class))
                .findFirst()
                .orElseThrow()
                .invoke(factory, new ByteArrayInputStream(xml));
        Class<?> options = loader.loadClass("org.apache.xmlbeans.XmlOptions");
        Object asked = options.getConstructor().newInstance();
        List<Object> found = new ArrayList<>();
        options.getMethod("setErrorListener", Collection.class).invoke(asked, found);
        loader.loadClass("org.apache.xmlbeans.XmlObject")
                .getMethod("validate", options)
                .invoke(document, asked);
        return found.stream().map(fault -> part + ": " + fault).toList();
    }

    private static URL[] whole() {
        Stream<String> others = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("poi-ooxml-lite"));
        Stream<String> schemas = Stream.of(Objects.requireNonNull(
                        new File("target/ooxml-schemas").listFiles(), "the build lays the schemas there"))
                .map(File::getPath);
        return Stream.concat(schemas, others).map(OoxmlSchemas::url).toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
