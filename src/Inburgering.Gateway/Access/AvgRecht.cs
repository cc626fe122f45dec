using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            private const string AvgVerzoek = "avg-verzoek-afhandelen";

            private static readonly string[] AvgRollen = ["REG", "PO"];

            /// <summary>May this caller carry out a right of the person (AVG 16-21) or a legal hold? Such a question loads no category.</summary>
            /// <param name="betreft">What the line says it was about, "CON.email"; null: no field.</param>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskAvgRecht(Caller caller, string? betreft = null)
            {
                verwerking.Gevraagd = betreft is null ? [] : [betreft];
                return AskAvg(caller, caller.VanGemeente && AvgRollen.Contains(caller.Rol));
            }

            /// <summary>May this partner see and confirm what it has to correct (AVG 19)? Only its own, in this gemeente, and also after its opdracht ended:
            /// what it received wrong, it may still hold.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskCorrectieplicht(Caller caller) => AskAvg(caller, !caller.VanGemeente && beleid.Partners.ContainsKey(caller.Rol));

            /// <summary>Whether this caller may see a field at all, for whatever doel: a value is corrected, and shown as it was, by nobody else.</summary>
            public bool MagVeld(Caller caller, string categorie, string veld) => caller.VanGemeente && beleid.Grants.Any(g =>
                g.Rol == caller.Rol && g.Velden.TryGetValue(categorie, out var velden) && velden.Contains(veld)
                && (g.Voorwaarden.Scope is not { } scope || caller.Scopes.Contains(scope)));

            /// <summary>As above, and nobody holds the category back now (AVG 18).</summary>
            public bool MagWaarde(Granted granted, IAccessFacts facts, string categorie, string veld) =>
                MagVeld(granted.Question.Caller, categorie, veld) && !facts.Beperkingen.Except(Besluitgrond.NooitBeperkt).Contains(categorie);

            private Question? AskAvg(Caller caller, bool mag)
            {
                var doel = beleid.Gegevens.Doelen[AvgVerzoek];
                verwerking.Beleid = beleid.Hash;
                verwerking.Doel = AvgVerzoek;
                verwerking.Grondslag = doel.Grondslag;
                verwerking.Verwerkingsactiviteit = beleid.Activiteit(AvgVerzoek);
                return mag ? new Question(caller, ZonderInhoud(caller.Rol, AvgVerzoek, doel.Grondslag), []) : Refuse(Refusal.DoelNietToegestaan, "rol-niet-toegestaan");
            }
        }
    }
}
