package org.assent.drafting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assent.engine.Refusal;

/** Opens a file that somebody hands in as a workbook, and nothing that only looks like one. */
final class WorkbookFile {

    private static final int LARGEST = 5 * 1024 * 1024;
    /** Unpacked: some ten times what the largest agreement takes. */
    private static final long LARGEST_UNPACKED = 30L * 1024 * 1024;

    private static final int MOST_PARTS = 500;
    /** Objects and archives within, and other workbooks beside: nothing an agreement needs, and nobody looked at them. */
    private static final Pattern FOREIGN = Pattern.compile(
            "xl/(embeddings|activex|externallinks|ctrlprops)/.*|.*\\.(zip|jar|xlsx|xlsm|xls|docx|exe|js|vbs|html?)");

    static {
        // POI unpacks by these; its own are meant for any workbook in the world
        ZipSecureFile.setMaxEntrySize(LARGEST_UNPACKED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMaxTextSize(LARGEST_UNPACKED);
        ZipSecureFile.setMinInflateRatio(0.005);
    }

    private WorkbookFile() {}

    static XSSFWorkbook open(byte[] file) {
        if (file.length > LARGEST) {
            throw new Refusal("This file is larger than 5 MB, so it was not read.");
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new Refusal("This is not an Excel workbook (.xlsx). Please save it as one in Excel and try again.");
        }
        try {
            inspect(file);
            XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
            if (workbook.isMacroEnabled()) {
                workbook.close();
                throw macros();
            }
            return workbook;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // what a broken file makes of the library is no sentence for an official
            throw new Refusal("This file cannot be read as an Excel workbook (.xlsx). It may be damaged or protected"
                    + " by a password.");
        }
    }

    private static void inspect(byte[] file) throws IOException {
        long unpacked = 0;
        int parts = 0;
        boolean workbook = false;
        byte[] buffer = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")) {
                    throw macros();
                }
                if (FOREIGN.matcher(name).matches() || name.contains("..") || name.contains("\\")) {
                    throw new Refusal(
                            "This workbook holds other files or leads to other workbooks. Please copy its cells into a"
                                    + " new workbook and try again.");
                }
                workbook |= name.equals("xl/workbook.xml");
                parts++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED || parts > MOST_PARTS) {
                        throw new Refusal("This file unpacks to more than any agreement holds, so it was not read.");
                    }
                }
            }
        }
        if (!workbook) {
            throw new Refusal("This is not an Excel workbook (.xlsx). Please save it as one in Excel and try again.");
        }
    }

    private static Refusal macros() {
        return new Refusal(
                "This workbook contains macros. Please save it as an Excel workbook without macros (.xlsx).");
    }
}
