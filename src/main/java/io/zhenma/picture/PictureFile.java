package io.zhenma.picture;

import java.io.IOException;
import java.io.InputStream;

/** A file that somebody sent. It is opened once, and only when it is this picture's turn. */
@FunctionalInterface
public interface PictureFile {
  InputStream open() throws IOException;
}
