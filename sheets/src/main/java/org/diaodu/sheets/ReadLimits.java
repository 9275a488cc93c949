package org.diaodu.sheets;

/**
 * How much a file may hold: bytes on disk, bytes once unpacked, how far one part may be packed, parts in the package,
 * rows (blank ones not counted) and columns.
 */
public record ReadLimits(long fileBytes, long unpackedBytes, int packingRatio, int parts, int rows, int columns) {

    public static final ReadLimits DEFAULT = new ReadLimits(100L << 20, 1L << 30, 250, 2_000, 1_048_576, 512);
}
