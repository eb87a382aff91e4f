package org.jiedui.publish;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard straight from the library that Spark brings. Parquet's own way to it loads Hadoop's
 * configuration, which costs a command without Spark more than all its other work; other codecs are
 * still read that way.
 */
final class ZstdCodecs implements CompressionCodecFactory {
  private static final int LEVEL = 3;
  private static final int PAGE = 1 << 20;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("tables are written with zstd, not " + codec);
    }
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return codec == CompressionCodecName.ZSTD
        ? new Decompressor()
        : new CodecFactory(new PlainParquetConfiguration(), PAGE).getDecompressor(codec);
  }

  @Override
  public void release() {}

  private static final class Compressor implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(Zstd.compress(bytes.toByteArray(), LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {}
  }

  private static final class Decompressor implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      byte[] plain = new byte[size];
      long got = Zstd.decompress(plain, bytes.toByteArray());
      if (Zstd.isError(got) || got != size) {
        throw new IOException("damaged zstd page: " + Zstd.getErrorName(got));
      }
      return BytesInput.from(plain);
    }

    @Override
    public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int outputSize)
        throws IOException {
      ByteBuffer part = input.duplicate().limit(input.position() + inputSize);
      output.put(decompress(BytesInput.from(part), outputSize).toByteBuffer());
      input.position(input.position() + inputSize);
    }

    @Override
    public void release() {}
  }
}
