namespace Inburgering.Gateway.Access;

/// <summary>The person moved away or the dossier went up in another: the gemeente keeps its history and adds nothing (domain c, tenant rule).</summary>
public sealed class DossierGeslotenException() : Exception("The dossier is closed.");
