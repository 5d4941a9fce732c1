import "./styles/gallery.css";
import "./console";
