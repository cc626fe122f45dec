using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

/// <summary>What may be read at most: only the desk makes one, so no query without a decision.</summary>
public sealed partial class Question
{
    private Question(Caller caller, Grant grant, IReadOnlyList<string> categorieen, bool inNood = false)
    {
        InNood = inNood;
        Caller = caller;
        Grant = grant;
        Categorieen = categorieen;
    }

    public Caller Caller { get; }

    public string Doel => Grant.Doel;

    /// <summary>The policy's most for this role and doel: nothing beyond is loaded. Empty when only the relation is asked.</summary>
    public IReadOnlyList<string> Categorieen { get; }

    private Grant Grant { get; }

    /// <summary>True: the role has no content of its own, so every decision needs emergency access that holds.</summary>
    private bool InNood { get; }

    /// <summary>Whether the grant holds this field at all: a BSN may be searched only by who may see it.</summary>
    public bool Bevat(string categorie, string veld) =>
        Grant.Velden.TryGetValue(categorie, out var velden) && velden.Contains(veld)
        && (!Grant.Mits.TryGetValue($"{categorie}.{veld}", out var mits) || mits != Mits.Keurmerk || Caller.Keurmerk);

    /// <summary>What was decided to show: only the desk makes one, so no view without a decision.</summary>
    public sealed partial class Granted
    {
        private Granted(Question question, Guid dossierId, Guid? externId, SortedDictionary<string, JsonObject> gegevens, bool alleenEigen = false)
        {
            AlleenEigen = alleenEigen;
            Question = question;
            DossierId = dossierId;
            ExternId = externId;
            Gegevens = gegevens;
        }

        public Question Question { get; }

        /// <summary>Inner id: never to a partner.</summary>
        public Guid DossierId { get; }

        /// <summary>The id this caller knows the dossier by; null when it still has to be made.</summary>
        public Guid? ExternId { get; }

        /// <summary>Category to the fields that may be seen; absent where nothing may or is.</summary>
        public IReadOnlyDictionary<string, JsonObject> Gegevens { get; }

        /// <summary>The opdracht has ended: what it holds is what the partner delivered itself.</summary>
        public bool AlleenEigen { get; }

        /// <summary>The one place where access is decided. One per request; what it says goes into the request's log line.</summary>
        public sealed partial class Desk(Beleid beleid, Verwerking verwerking)
        {
            /// <summary>Why the last question was refused.</summary>
            public Refusal Refusal { get; private set; }

            /// <summary>May this caller ask for this doel at all?</summary>
            /// <param name="doel">As given; null when none was.</param>
            /// <param name="alleenRelatie">True: nothing of the content will be loaded.</param>
            /// <param name="doelen">The only doelen this endpoint serves; null: all.</param>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? Ask(Caller caller, string? doel, bool alleenRelatie = false, IReadOnlyCollection<string>? doelen = null)
            {
                verwerking.Beleid = beleid.Hash;
                if (string.IsNullOrEmpty(doel))
                {
                    return Refuse(Refusal.DoelOntbreekt, "doel-ontbreekt");
                }

                verwerking.Doel = beleid.Gegevens.Doelen.ContainsKey(doel) ? doel : "onbekend";
                if (!DoelForm().IsMatch(doel))
                {
                    return Refuse(Refusal.DoelOngeldig, "doel-ongeldig");
                }

                if (caller.GebruikerOntbreekt)
                {
                    return Refuse(Refusal.GebruikerOntbreekt, "gebruiker-ontbreekt");
                }

                if (beleid.Zoek(caller.Rol, doel) is not { } grant || doelen?.Contains(doel) == false)
                {
                    return Refuse(Refusal.DoelNietToegestaan, beleid.Zoek(caller.Rol, doel) is null ? "doel-niet-toegestaan" : "doel-niet-hier");
                }

                verwerking.Grondslag = grant.Grondslag;
                verwerking.Verwerkingsactiviteit = beleid.Activiteit(doel);
                verwerking.Gevraagd = alleenRelatie ? [] : [.. grant.ZonderZaaknummer.Order(StringComparer.Ordinal)];
                if (grant.Voorwaarden.Scope is { } scope && !caller.Scopes.Contains(scope))
                {
                    verwerking.Informatie = [Verwijzing.ScopeOntbreekt];
                    return Refuse(Refusal.DoelNietToegestaan, "scope-ontbreekt");
                }

                return new Question(caller, grant, alleenRelatie ? [] : [.. grant.ZonderZaaknummer]);
            }

            /// <summary>Decides on the facts as they stand now, and projects what may be seen.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows the precise reason.</returns>
            public Granted? Decide(Question question, IAccessFacts facts)
            {
                verwerking.GaatOver(facts.DossierId);
                if (facts.Beleid != beleid.Hash)
                {
                    return Refuse<Granted>(Refusal.BeleidVerouderd, "beleid-verouderd");
                }

                if (!facts.ClientGeldig)
                {
                    verwerking.Informatie = [Verwijzing.ClientIngetrokken];
                    return Refuse<Granted>(Refusal.ClientIngetrokken, "client-ingetrokken");
                }

                if (question.InNood && facts.Noodtoegang is null)
                {
                    return Refuse<Granted>(Refusal.GeenRelatie, facts.DossierId is null ? "geen-dossier" : "geen-noodtoegang");
                }

                var grond = Besluitgrond.Of(question.Grant, question.Doel, question.Caller, facts);
                verwerking.Informatie = question.InNood ? [.. grond.Verwijzingen, Verwijzing.Naar(Verwijzing.Noodtoegang, $"{facts.Noodtoegang}")] : grond.Verwijzingen;
                if (grond.Hindernis is { } reden)
                {
                    return Refuse<Granted>(Refusal.GeenRelatie, reden);
                }

                var gegevens = Projection.Of(question.Grant, question.Caller, grond.Zichtbaar(facts, question.Caller), facts.Bronkeuzes, beleid);
                if (grond.AlleenEigen && gegevens.Count == 0)
                {
                    return Refuse<Granted>(Refusal.GeenRelatie, "geen-opdracht");
                }

                verwerking.Besluit = Resultaat.Toegestaan;
                verwerking.Aantal = 1;
                return new Granted(question, facts.DossierId!.Value, facts.ExternId, gegevens, grond.AlleenEigen);
            }

            /// <summary>A number may be searched only by who may see it; the gemeente's own may always find its own dossier.</summary>
            /// <param name="veld">bsn, vNummer or partnerReferentie.</param>
            public bool MagZoekenOp(Question question, string veld)
            {
                if (question.Caller.VanGemeente || veld == "partnerReferentie" || question.Bevat("IDN", veld))
                {
                    return true;
                }

                verwerking.Gevraagd = [$"IDN.{veld}"];
                Refuse(Refusal.DoelNietToegestaan, "nummer-niet-toegestaan");
                return false;
            }

            /// <summary>A delivery that this source may make: what it brings is checked per category where it becomes facts.</summary>
            public void Aanvaard(Leverrecht recht)
            {
                verwerking.Beleid = recht.Beleid;
                verwerking.Doel = recht.Doel;
                verwerking.Grondslag = recht.Grondslag;
                verwerking.Verwerkingsactiviteit = recht.Activiteit;
                verwerking.Besluit = Resultaat.Toegestaan;
                verwerking.Aantal = 1;
            }

            [GeneratedRegex(@"^[a-z-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
            private static partial Regex DoelForm();

            private Question? Refuse(Refusal refusal, string reden) => Refuse<Question>(refusal, reden);

            private T? Refuse<T>(Refusal refusal, string reden)
                where T : class
            {
                Refusal = refusal;
                verwerking.Besluit = Resultaat.Geweigerd;
                verwerking.Reden = reden;
                return null;
            }
        }
    }
}
