import '../../platform-gaps';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
