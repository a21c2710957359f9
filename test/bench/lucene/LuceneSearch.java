import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene with its Korean analyser (Nori) and its default scoring (BM25), for the bench. Reads one text a line from
 * standard input, an empty line, then one query a line; answers "ready", and for each query the numbers of the best ten
 * texts, separated by spaces.
 */
public final class LuceneSearch {
  private static final int MAX_RESULTS = 10;

  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    Analyzer analyzer = new KoreanAnalyzer();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      int number = 0;
      for (String text = in.readLine(); text != null && !text.isEmpty(); text = in.readLine()) {
        Document document = new Document();
        document.add(new StoredField("number", number++));
        document.add(new TextField("text", text, Field.Store.NO));
        writer.addDocument(document);
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    QueryBuilder builder = new QueryBuilder(analyzer);
    out.println("ready");
    for (String words = in.readLine(); words != null; words = in.readLine()) {
      Query query = builder.createBooleanQuery("text", words);
      StringBuilder numbers = new StringBuilder();
      if (query != null) {
        for (ScoreDoc hit : searcher.search(query, MAX_RESULTS).scoreDocs) {
          if (numbers.length() > 0) numbers.append(' ');
          numbers.append(searcher.doc(hit.doc).getField("number").numericValue());
        }
      }
      out.println(numbers);
    }
  }
}
