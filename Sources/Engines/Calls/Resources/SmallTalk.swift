/// What callers say that is no question for the centre. Written for this project.
enum SmallTalk {
  static let lines = [
    "bonjour comment allez vous", "quel temps fait il aujourd'hui", "raconte moi une blague",
    "quelle heure est il", "tu es un robot", "merci au revoir bonne journée", "ça va bien",
    "je t'aime", "qui a gagné le match hier soir", "mets de la musique",
    "je me suis trompé de numéro",
    "c'est une erreur de numéro", "allume la lumière", "quel est le score", "où est la gare",
    "commander une pizza", "réserver une table au restaurant",
    "prendre un rendez-vous chez le médecin",
    "ma box internet ne marche plus", "mon colis n'est pas arrivé", "je cherche un hôtel",
    "le train est en retard", "acheter une voiture", "louer un appartement",
    "quel est le prix de l'essence", "faire les courses", "recette de gâteau",
  ]
}
