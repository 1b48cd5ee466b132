namespace AigoPortal.Web;

/// <summary>Names the resource file of the whole portal: Resources/Portal.en.resx. The keys are the Chinese texts themselves.</summary>
public sealed class Portal;
