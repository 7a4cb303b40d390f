package io.zhenma;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small files that cost their reader much. */
public final class HostilePictures {
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };
  private static final int PIXEL_BYTES = 8;

  private HostilePictures() {}

  /** A black PNG with sixteen bits a colour and alpha, interlaced. */
  public static byte[] tangledPng(int side) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(side);
      fields.writeInt(side);
      fields.write(new byte[] {16, 6, 0, 0, 1});
      chunk(file, "IHDR", header.toByteArray());
      chunk(file, "IDAT", zeros(side));
      chunk(file, "IEND", new byte[0]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }

  private static byte[] zeros(int side) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      for (int[] pass : ADAM7) {
        int columns = (side - pass[0] + pass[2] - 1) / pass[2];
        int rows = (side - pass[1] + pass[3] - 1) / pass[3];
        byte[] row = new byte[1 + columns * PIXEL_BYTES];
        for (int y = 0; y < rows && columns > 0; y++) {
          out.write(row);
        }
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data)
      throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }

  /** A flat JPEG in ten passes, the last of them repeated. */
  public static byte[] refinedJpeg(int side, int repeated) {
    byte[] plain = progressive(side);
    int last = plain.length - 2;
    while (plain[last] != (byte) 0xff || plain[last + 1] != (byte) 0xda) {
      last--;
    }
    int scan = plain.length - 2 - last;
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, plain.length - 2);
    for (int i = 0; i < repeated; i++) {
      file.write(plain, last, scan);
    }
    file.write(plain, plain.length - 2, 2);
    return file.toByteArray();
  }

  private static byte[] progressive(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.PINK);
    graphics.fillRect(0, 0, side, side);
    graphics.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam passes = writer.getDefaultWriteParam();
    passes.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), passes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
