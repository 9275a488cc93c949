package org.diaodu.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What growth is split by: one axis (region, industry, size, …) or a cross of several. An axis with a tree yields groups
 * at every level of it unless a level is named. Written {@code region}, {@code region@prefecture},
 * {@code region*industry}, {@code region@prefecture*industry@division}.
 */
public record Dimension(List<Axis> axes) {
    public static final Dimension REGION = of("region");
    public static final Dimension INDUSTRY = of("industry");
    public static final Dimension SIZE = of("size");
    public static final Dimension OWNERSHIP = of("ownership");
    public static final Dimension PARK = of("park");
    public static final Dimension CHAIN = of("chain");
    public static final Dimension KEY = of("key");

    /** The dimensions every observation carries. */
    public static final List<Dimension> ALL = List.of(REGION, INDUSTRY, SIZE, OWNERSHIP, PARK, CHAIN, KEY);

    /** One axis of a dimension; {@code level} null means every level of its tree. */
    public record Axis(String name, @Nullable String level) {
        @Override
        public String toString() {
            return level == null ? name : name + "@" + level;
        }
    }

    public Dimension {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) throw new IllegalArgumentException("a dimension needs at least one axis");
        if (axes.stream().map(Axis::name).distinct().count() != axes.size()) {
            throw new IllegalArgumentException("a cross names an axis twice: " + axes + ". Maybe one is meant");
        }
    }

    public static Dimension of(String name) {
        return new Dimension(List.of(new Axis(name, null)));
    }

    /** This dimension at one level of its tree only; for a dimension of one axis. */
    public Dimension at(String level) {
        if (axes.size() != 1) throw new IllegalArgumentException("a level belongs to one axis, not to " + this);
        return new Dimension(List.of(new Axis(axes.getFirst().name(), level)));
    }

    /** This dimension crossed with another: every pair of groups that has an enterprise. */
    public Dimension times(Dimension other) {
        var both = new ArrayList<>(axes);
        both.addAll(other.axes);
        return new Dimension(both);
    }

    /** Reads what {@link #toString} writes; × is as good as *. */
    public static Dimension parse(String text) {
        return new Dimension(Arrays.stream(text.strip().split("[*×]"))
                .map(axis -> {
                    String[] parts = axis.strip().split("@", 2);
                    return new Axis(parts[0].strip(), parts.length == 1 ? null : parts[1].strip());
                })
                .toList());
    }

    /** The axes' names without levels: {@code region*industry}. */
    public String name() {
        return axes.stream().map(Axis::name).collect(Collectors.joining("*"));
    }

    @Override
    public String toString() {
        return axes.stream().map(Axis::toString).collect(Collectors.joining("*"));
    }
}
